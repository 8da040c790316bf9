package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The articles of this desk with all their versions. Any thread may call. */
@Component
public class Articles {

    /** The first start stores everything, perhaps on a slow machine. */
    private static final int SEED_SECONDS = 60;

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final EditionJson json = new EditionJson();

    Articles(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** The newest version of every article in every language. */
    public List<Edition> published() {
        return db.sql("""
                select distinct on (v.slug, v.language) v.*, a.service
                  from article_version v join article a using (slug)
                 order by v.slug, v.language, v.version desc
                """).query(this::edition).list();
    }

    /** One version, however old: what was said on a day that has passed. */
    public Optional<Edition> version(String slug, Locale language, int version) {
        return db.sql("""
                select v.*, a.service from article_version v join article a using (slug)
                 where v.slug = ? and v.language = ? and v.version = ?
                """)
                .params(slug, language.toLanguageTag(), version)
                .query(this::edition)
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
        return ours ? insert(edition) : 0;
    }

    private int insert(Edition edition) {
        ArticleVersion text = edition.text();
        return db.sql("""
                insert into article_version (slug, language, version, published, title, summary, sms, voice,
                                             fields, sources, questions, fingerprint, created_at)
                select :slug, :language, coalesce(last.version, 0) + 1, :published, :title, :summary, :sms, :voice,
                       :fields::jsonb, :sources::jsonb, :questions::jsonb, :fingerprint, :now
                  from (select 1) one
                  left join lateral (select version, fingerprint from article_version
                                      where slug = :slug and language = :language
                                      order by version desc limit 1) last on true
                 where last.fingerprint is distinct from :fingerprint
                """)
                .param("slug", text.slug())
                .param("language", text.language().toLanguageTag())
                .param("published", text.published())
                .param("title", text.title())
                .param("summary", text.summary())
                .param("sms", text.sms())
                .param("voice", text.voice())
                .param("fields", json.fields(edition))
                .param("sources", json.sources(edition))
                .param("questions", json.questions(edition))
                .param("fingerprint", json.fingerprint(edition))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Edition edition(ResultSet row, int number) throws SQLException {
        List<Source> sources = json.readSources(row.getString("sources"));
        Map<Aspect, String> fields = new EnumMap<>(Aspect.class);
        Map<Aspect, Source> readIn = new EnumMap<>(Aspect.class);
        json.readFields(row.getString("fields")).forEach((aspect, field) -> {
            fields.put(aspect, field.text());
            if (field.source() != null) {
                readIn.put(aspect, sources.get(field.source()));
            }
        });
        ArticleVersion text = new ArticleVersion(
                row.getString("slug"),
                row.getString("service"),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("version"),
                row.getObject("published", LocalDate.class),
                row.getString("title"),
                row.getString("summary"),
                row.getString("sms"),
                row.getString("voice"),
                fields,
                sources);
        return new Edition(text, json.readQuestions(row.getString("questions")), readIn);
    }
}
