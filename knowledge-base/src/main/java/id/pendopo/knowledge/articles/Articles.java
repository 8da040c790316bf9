package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repository of the articles of this desk with all their versions. Any thread may call. */
@Component
public class Articles {

    /** The first start stores everything, perhaps on a slow machine. */
    private static final int SEED_SECONDS = 60;

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final EditionJson json = new EditionJson();
    private final EditionRows rows = new EditionRows();

    Articles(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** What citizens are served: the newest version of every public article that is neither overdue nor withdrawn, in every language. */
    public List<Edition> published() {
        return db.sql("""
                with served as (
                    select distinct on (v.slug, v.language) v.*, a.service
                      from article_version v join article a using (slug)
                     where not a.internal and (a.review_by is null or a.review_by >= ?)
                       and a.withdrawn_at is null
                     order by v.slug, v.language, v.version desc)
                select slug, language, s.version, published, title, summary, sms, voice, fields, sources, questions,
                       service, review_pending and c.version is distinct from s.version as review_pending
                  from served s left join article_translation_check c using (slug, language)
                 order by slug, language
                """).param(LocalDate.now(clock)).query(rows).list();
    }

    /** The newest version of every article in every language, for the desk: internal and overdue ones as well. */
    public List<Edition> newest() {
        return db.sql("""
                select distinct on (v.slug, v.language) v.*, a.service
                  from article_version v join article a using (slug)
                 order by v.slug, v.language, v.version desc
                """).query(rows).list();
    }

    /** One version, however old: what was said on a day that has passed. Also of internal articles: for the desk alone. */
    public Optional<Edition> version(String slug, Locale language, int version) {
        return db.sql("""
                select v.*, a.service from article_version v join article a using (slug)
                 where v.slug = ? and v.language = ? and v.version = ?
                """)
                .params(slug, language.toLanguageTag(), version)
                .query(rows)
                .optional();
    }

    /**
     * Takes over the shipped texts: new content becomes a new version, unchanged content changes nothing, and an article
     * that an editor took over stays as it is.
     *
     * @return how many versions are new
     */
    @Transactional(timeout = SEED_SECONDS)
    public int seed(List<Edition> shipped) {
        int added = shipped.stream().mapToInt(this::seedOne).sum();
        if (added > 0) {
            events.publishEvent(new ArticlesChanged());
        }
        return added;
    }

    /** A version with the people behind it; both empty for what came with the software. */
    public record Past(int version, LocalDate published, Optional<String> author, Optional<String> approvedBy) {}

    /** All versions of an article in a language, newest first. */
    public List<Past> history(String slug, Locale language) {
        return db.sql("""
                select version, published, author, approved_by from article_version
                 where slug = ? and language = ? order by version desc
                """)
                .params(slug, language.toLanguageTag())
                .query((row, number) -> new Past(
                        row.getInt("version"),
                        row.getObject("published", LocalDate.class),
                        Optional.ofNullable(row.getString("author")),
                        Optional.ofNullable(row.getString("approved_by"))))
                .list();
    }

    /** The questions that must find an article in a language; they are asked before publishing and never searched. */
    public List<String> golden(String slug, Locale language) {
        return golden().getOrDefault(new Name(slug, language), List.of());
    }

    /** A text by its article and its language. */
    public record Name(String slug, Locale language) {

        public static Name of(Edition edition) {
            return new Name(edition.text().slug(), edition.text().language());
        }
    }

    /** All golden questions; texts that have none are absent. */
    public Map<Name, List<String>> golden() {
        return db
                .sql("select slug, language, questions from article_golden")
                .query((row, number) -> Map.entry(
                        new Name(row.getString("slug"), Locale.forLanguageTag(row.getString("language"))),
                        json.readQuestions(row.getString("questions"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps the questions that must find a text, in the place of those that it had. */
    public void keep(Name text, List<String> golden) {
        db.sql("""
                insert into article_golden (slug, language, questions) values (?, ?, ?::jsonb)
                on conflict (slug, language) do update set questions = excluded.questions
                """)
                .params(text.slug(), text.language().toLanguageTag(), json.strings(golden))
                .update();
    }

    /**
     * Makes a text the newest version from today on; files never touch the article again. A withdrawn article is back.
     *
     * @param author, approver log-ins
     * @return false if nothing is new: the newest version says exactly this, and was not withdrawn
     */
    @Transactional
    public boolean publish(Edition edition, String author, String approver) {
        ArticleVersion text = edition.text();
        db.sql("update article set edited_here = true where slug = ?")
                .param(text.slug())
                .update();
        boolean back = db.sql("""
                update article set withdraw_reason = null, withdraw_by = null, withdrawn_at = null, withdrawn_by = null
                 where slug = ? and withdrawn_at is not null
                """).param(text.slug()).update() > 0;
        boolean published = insert(edition, LocalDate.now(clock), author, approver) > 0 || back;
        if (published) {
            events.publishEvent(new ArticlesChanged());
        }
        return published;
    }

    /** Makes a place for a new article; one that is there already stays as it is. */
    public void found(String slug, String service, boolean internal) {
        db.sql("""
                insert into article (slug, service, internal, edited_here, created_at) values (?, ?, ?, true, ?)
                on conflict do nothing
                """).params(slug, service, internal, now()).update();
    }

    private int seedOne(Edition edition) {
        ArticleVersion text = edition.text();
        boolean ours = db.sql("""
                insert into article (slug, service, created_at) values (?, ?, ?)
                on conflict (slug) do update set service = case when article.edited_here then article.service
                                                                else excluded.service end
                returning not edited_here
                """)
                .params(text.slug(), text.service(), now())
                .query(Boolean.class)
                .single();
        LocalDate read = edition.text().published();
        return ours ? insert(edition, read.equals(LocalDate.EPOCH) ? LocalDate.now(clock) : read, null, null) : 0;
    }

    private int insert(Edition edition, LocalDate published, @Nullable String author, @Nullable String approver) {
        ArticleVersion text = edition.text();
        return db.sql("""
                insert into article_version (slug, language, version, published, title, summary, sms, voice,
                                             fields, sources, questions, fingerprint, created_at, author, approved_by,
                                             review_pending)
                select :slug, :language, coalesce(last.version, 0) + 1, :published, :title, :summary, :sms, :voice,
                       :fields::jsonb, :sources::jsonb, :questions::jsonb, :fingerprint, :now,
                       :author, :approver, :pending
                  from (select 1) one
                  left join lateral (select version, fingerprint from article_version
                                      where slug = :slug and language = :language
                                      order by version desc limit 1) last on true
                 where last.fingerprint is distinct from :fingerprint
                """)
                .param("slug", text.slug())
                .param("language", text.language().toLanguageTag())
                .param("published", published)
                .param("title", text.title())
                .param("summary", text.summary())
                .param("sms", text.sms())
                .param("voice", text.voice())
                .param("fields", json.fields(edition))
                .param("sources", json.sources(edition))
                .param("questions", json.questions(edition))
                .param("fingerprint", json.fingerprint(edition))
                .param("now", now())
                .param("author", author)
                .param("approver", approver)
                .param("pending", edition.reviewPending())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
