package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.articles.Card.Looked;
import id.pendopo.knowledge.articles.Card.State;
import id.pendopo.knowledge.articles.Card.Text;
import id.pendopo.knowledge.articles.Card.Withdrawal;
import id.pendopo.ui.CountryPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository of metadata: who looks after which article, until when, and how far its languages are. Any thread may
 * call.
 */
@Component
public class Cards {

    private static final String TEXTS = """
            with newest as (
                select distinct on (slug, language) slug, language, version, title, place, review_pending
                  from article_version order by slug, language, version desc),
            texts as (
                select slug, language, coalesce(n.version, 0) as version, coalesce(n.title, d.title) as title,
                       d.state, n.place, n.review_pending,
                       coalesce(d.service, '') as draft_service, coalesce(d.internal, false) as hidden
                  from newest n full join article_draft d using (slug, language))
            select t.slug, coalesce(a.service, t.draft_service) as service, a.owner, a.review_by, a.looked_by, a.looked_at,
                   a.withdraw_reason, a.withdraw_by, a.withdrawn_at,
                   coalesce(a.internal, t.hidden) as internal, t.language, t.title, t.version, t.state,
                   coalesce(main.place > greatest(t.place, c.place), false) as stale,
                   coalesce(t.review_pending and c.version is distinct from t.version, false) as pending
              from texts t
              left join article a using (slug)
              left join newest main on main.slug = t.slug and main.language = :main and t.language <> :main
              left join article_translation_check c on c.slug = t.slug and c.language = t.language
             where cast(:slug as text) is null or t.slug = :slug
             order by t.slug, t.language <> :main, t.language
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final String main;

    Cards(JdbcClient db, Clock clock, ApplicationEventPublisher events, CountryPack pack) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.main = pack.language().toLanguageTag();
    }

    /** A row of the query: one language of one article. */
    private record Row(Card card, Text text) {}

    /** Every article, published or only begun, in the order of slugs. */
    public List<Card> all() {
        return read(null);
    }

    public Optional<Card> of(String slug) {
        return read(slug).stream().findFirst();
    }

    /**
     * Says who looks after an article and until when it is served; empty for nobody and for no such day.
     *
     * @param by the log-in of who looked at it and says so
     */
    @Transactional
    public void care(String slug, Optional<String> owner, Optional<LocalDate> reviewBy, String by) {
        db.sql("""
                update article set owner = :owner, review_by = :day, looked_by = :by, looked_at = :now where slug = :slug
                """)
                .param("owner", owner.orElse(null))
                .param("day", reviewBy.orElse(null))
                .param("by", by)
                .param("now", OffsetDateTime.now(clock))
                .param("slug", slug)
                .update();
        events.publishEvent(new ArticlesChanged());
    }

    /** Somebody read a translation, compared it with the text in the main language, and found it right. */
    @Transactional
    public void compared(String slug, Locale language, String by) {
        db.sql("""
                insert into article_translation_check (slug, language, place, version, checked_by)
                select slug, :language, max(place) filter (where language = :main),
                       max(version) filter (where language = :language), :by
                  from article_version where slug = :slug group by slug
                on conflict (slug, language) do update
                   set place = excluded.place, version = excluded.version, checked_by = excluded.checked_by
                """)
                .param("main", main)
                .param("language", language.toLanguageTag())
                .param("by", by)
                .param("slug", slug)
                .update();
        events.publishEvent(new ArticlesChanged());
    }

    private List<Card> read(@Nullable String slug) {
        List<Row> rows = db.sql(TEXTS)
                .param("main", main)
                .param("slug", slug)
                .query(Cards::row)
                .list();
        Map<String, Card> cards = new LinkedHashMap<>();
        Map<String, List<Text>> texts = new LinkedHashMap<>();
        for (Row row : rows) {
            cards.putIfAbsent(row.card().slug(), row.card());
            texts.computeIfAbsent(row.card().slug(), s -> new ArrayList<>()).add(row.text());
        }
        return cards.values().stream()
                .map(card -> new Card(
                        card.slug(),
                        card.service(),
                        card.owner(),
                        card.reviewBy(),
                        card.looked(),
                        card.internal(),
                        card.withdrawal(),
                        texts.getOrDefault(card.slug(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Card card = new Card(
                row.getString("slug"),
                row.getString("service"),
                Optional.ofNullable(row.getString("owner")),
                Optional.ofNullable(row.getObject("review_by", LocalDate.class)),
                looked(row),
                row.getBoolean("internal"),
                withdrawal(row),
                List.of());
        Text text = new Text(
                Locale.forLanguageTag(row.getString("language")),
                row.getString("title"),
                row.getInt("version"),
                row.getBoolean("stale"),
                row.getBoolean("pending"),
                Optional.ofNullable(row.getString("state")).map(State::valueOf));
        return new Row(card, text);
    }

    private static Optional<Withdrawal> withdrawal(ResultSet row) throws SQLException {
        String reason = row.getString("withdraw_reason");
        OffsetDateTime since = row.getObject("withdrawn_at", OffsetDateTime.class);
        return reason == null
                ? Optional.empty()
                : Optional.of(new Withdrawal(
                        reason,
                        row.getString("withdraw_by"),
                        Optional.ofNullable(since).map(OffsetDateTime::toInstant)));
    }

    private static Optional<Looked> looked(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("looked_at", OffsetDateTime.class);
        return at == null ? Optional.empty() : Optional.of(new Looked(row.getString("looked_by"), at.toInstant()));
    }
}
