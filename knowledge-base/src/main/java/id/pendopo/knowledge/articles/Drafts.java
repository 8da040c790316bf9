package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.articles.Card.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository and workflow of drafts: texts that are being written, read over and at last published. Any thread may
 * call.
 */
@Component
public class Drafts {

    private static final String ALL = """
            select d.*, d.revision as version, cast(d.changed_at as date) as published, false as review_pending
              from article_draft d
            """;

    private final JdbcClient db;
    private final Articles articles;
    private final Clock clock;
    private final EditionJson json = new EditionJson();
    private final EditionRows rows = new EditionRows();

    Drafts(JdbcClient db, Articles articles, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.clock = clock;
    }

    /** What became of an approval. */
    public enum Approval {
        PUBLISHED,
        /** The published text says exactly this already; the draft is gone. */
        NOTHING_NEW,
        /** Somebody changed the draft meanwhile, or it does not wait for approval. */
        CHANGED,
        /** Whoever wrote a part of it may not approve it. */
        OWN_WORK
    }

    public Optional<Draft> of(String slug, Locale language) {
        return db.sql(ALL + " where slug = ? and language = ?")
                .params(slug, language.toLanguageTag())
                .query(this::draft)
                .optional();
    }

    /** All of them, those that were changed last first. */
    public List<Draft> all() {
        return db.sql(ALL + " order by changed_at desc, slug, language")
                .query(this::draft)
                .list();
    }

    /**
     * Stores a draft, which nobody is served from; one that was waiting for approval is being written again.
     *
     * @param words the text; a service and slug as they will be
     * @param internal used for a new article alone
     * @param revision the revision that was changed, 0 to begin
     * @return the new revision, empty if somebody else changed it meanwhile
     */
    @Transactional
    public OptionalInt save(Edition words, List<String> golden, boolean internal, int revision, String author) {
        int stored = revision == 0 ? begin(words, internal, author) : take(words, revision, author);
        if (stored == 0) {
            return OptionalInt.empty();
        }
        ArticleVersion text = words.text();
        db.sql("""
                update article_draft
                   set title = :title, summary = :summary, sms = :sms, voice = :voice, fields = :fields::jsonb,
                       sources = :sources::jsonb, questions = :questions::jsonb, golden = :golden::jsonb
                 where slug = :slug and language = :language
                """)
                .param("title", text.title())
                .param("summary", text.summary())
                .param("sms", text.sms())
                .param("voice", text.voice())
                .param("fields", json.fields(words))
                .param("sources", json.sources(words))
                .param("questions", json.questions(words))
                .param("golden", json.strings(golden))
                .param("slug", text.slug())
                .param("language", text.language().toLanguageTag())
                .update();
        return OptionalInt.of(revision + 1);
    }

    private int begin(Edition words, boolean internal, String author) {
        return db.sql("""
                insert into article_draft (slug, language, service, internal, state, revision, based_on, authors, note,
                        title, summary, sms, voice, fields, sources, questions, golden, changed_at)
                select :slug, :language, coalesce((select service from article where slug = :slug), :service),
                       coalesce((select internal from article where slug = :slug), :internal), 'DRAFT', 1,
                       coalesce((select max(version) from article_version
                                  where slug = :slug and language = :language), 0),
                       array[:author], '', '', '', '', '', '{}', '[]', '[]', '[]', :now
                on conflict do nothing
                """)
                .param("slug", words.text().slug())
                .param("language", words.text().language().toLanguageTag())
                .param("service", words.text().service())
                .param("internal", internal)
                .param("author", author)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private int take(Edition words, int revision, String author) {
        return db.sql("""
                update article_draft
                   set revision = revision + 1, state = 'DRAFT', changed_at = ?,
                       authors = case when ? = any(authors) then authors else authors || ? end
                 where slug = ? and language = ? and revision = ?
                """)
                .params(
                        OffsetDateTime.now(clock),
                        author,
                        author,
                        words.text().slug(),
                        words.text().language().toLanguageTag(),
                        revision)
                .update();
    }

    /** Hands a draft to somebody else to read; false if it changed meanwhile. */
    public boolean submit(String slug, Locale language, int revision) {
        return move(slug, language, revision, State.REVIEW, "");
    }

    /** Gives a draft back to its authors with a reason; false if it changed meanwhile. */
    public boolean sendBack(String slug, Locale language, int revision, String why) {
        return move(slug, language, revision, State.DRAFT, why);
    }

    private boolean move(String slug, Locale language, int revision, State to, String note) {
        return db.sql("""
                update article_draft set state = ?, note = ?, revision = revision + 1
                 where slug = ? and language = ? and revision = ?
                """)
                        .params(to.name(), note, slug, language.toLanguageTag(), revision)
                        .update()
                > 0;
    }

    /** Throws a draft away; false if it changed meanwhile. */
    public boolean discard(String slug, Locale language, int revision) {
        return db.sql("delete from article_draft where slug = ? and language = ? and revision = ?")
                        .params(slug, language.toLanguageTag(), revision)
                        .update()
                > 0;
    }

    /** Publishes a draft that waits for approval, unless this person wrote a part of it. */
    @Transactional
    public Approval approve(String slug, Locale language, int revision, String approver) {
        Optional<Draft> found = of(slug, language).filter(draft -> draft.revision() == revision);
        if (found.isEmpty() || found.get().state() != State.REVIEW) {
            return Approval.CHANGED;
        }
        Draft draft = found.get();
        if (!draft.approvableBy(approver)) {
            return Approval.OWN_WORK;
        }
        if (!discard(slug, language, revision)) {
            return Approval.CHANGED;
        }
        articles.found(slug, draft.words().text().service(), draft.internal());
        articles.keep(Articles.Name.of(draft.words()), draft.golden());
        return articles.publish(draft.words(), String.join(", ", draft.authors()), approver)
                ? Approval.PUBLISHED
                : Approval.NOTHING_NEW;
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                rows.mapRow(row, number),
                json.readQuestions(row.getString("golden")),
                row.getBoolean("internal"),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getInt("based_on"),
                List.of((String[]) row.getArray("authors").getArray()),
                row.getString("note"));
    }
}
