package id.pendopo.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.TestClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** An article that nobody looked at in time leaves the answers when its day is over. The first day is 24 November 2026. */
@KnowledgeTest
class ReviewDatesTests {

    private static final Locale ID = Locale.of("id");
    private static final String SLUG = "sewa-lapangan";
    private static final Duration DAY = Duration.ofDays(1);

    private final TestClock clock;
    private final ReviewDates dates;
    private final Cards cards;
    private final KnowledgeBase knowledge;
    private final DataSource database;
    private final JdbcClient db;
    private final KnowledgeRevision revision;
    private final ApplicationEventPublisher events;

    @Autowired
    ReviewDatesTests(
            TestClock clock,
            ReviewDates dates,
            Cards cards,
            KnowledgeBase knowledge,
            DataSource database,
            JdbcClient db,
            KnowledgeRevision revision,
            ApplicationEventPublisher events) {
        this.clock = clock;
        this.dates = dates;
        this.cards = cards;
        this.knowledge = knowledge;
        this.database = database;
        this.db = db;
        this.revision = revision;
        this.events = events;
    }

    @BeforeEach
    void beginWithTheFirstDay() {
        dates.look();
    }

    @AfterEach
    void leaveTheDeskAsItWas() {
        clock.back();
        db.sql("update article set owner = null, review_by = null, looked_by = null, looked_at = null")
                .update();
        events.publishEvent(new ArticlesChanged());
        dates.look();
    }

    @Test
    void onItsLastDayAnArticleIsServedAndOnTheNextItIsNot() {
        cards.care(SLUG, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 25)), "citra");
        clock.forward(DAY);
        dates.look();
        assertThat(knowledge.published(SLUG, ID)).isPresent();

        clock.forward(DAY);
        assertThat(knowledge.published(SLUG, ID)).as("until the hour has come").isPresent();
        dates.look();

        assertThat(knowledge.published(SLUG, ID)).isEmpty();
        assertThat(knowledge.published(SLUG, Locale.ENGLISH)).isEmpty();
        assertThat(knowledge.articles(ID)).noneMatch(article -> article.slug().equals(SLUG));
        assertThat(knowledge.published("kartu-hijau-baru", ID)).isPresent();
    }

    @Test
    void itComesBackAsSoonAsSomebodyLookedAndIsKeptWithWhoAndWhen() {
        cards.care(SLUG, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 24)), "citra");
        clock.forward(DAY.multipliedBy(10));
        dates.look();
        assertThat(knowledge.published(SLUG, ID)).isEmpty();

        cards.care(SLUG, Optional.of("Gelora"), Optional.of(LocalDate.of(2027, 12, 4)), "dewi");

        assertThat(knowledge.published(SLUG, ID)).isPresent();
        assertThat(cards.of(SLUG).orElseThrow().looked()).contains(new Card.Looked("dewi", clock.instant()));
        clock.forward(DAY);
        dates.look();
        assertThat(knowledge.published(SLUG, ID)).isPresent();
    }

    @Test
    void nothingIsBuiltAnewOnADayOnWhichNothingIsDue() {
        List<Object> said = new ArrayList<>();
        ReviewDates own = new ReviewDates(db, revision, clock, said::add);
        cards.care(SLUG, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 26)), "citra");

        own.look();
        clock.forward(DAY);
        own.look();
        clock.forward(DAY);
        own.look();
        assertThat(said).isEmpty();

        clock.forward(DAY);
        own.look();
        own.look();
        assertThat(said).containsExactly(new ArticlesChanged());
    }

    @Test
    void aDayOnWhichTheDatabaseWasAwayIsMadeUpFor() {
        List<Object> said = new ArrayList<>();
        Away away = new Away(database);
        JdbcClient client = JdbcClient.create(away);
        ReviewDates own = new ReviewDates(client, new KnowledgeRevision(client), clock, said::add);
        cards.care(SLUG, Optional.empty(), Optional.of(LocalDate.of(2026, 11, 24)), "citra");
        clock.forward(DAY);

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(own::look);
        assertThat(said).isEmpty();
        away.isBack = true;
        own.look();

        assertThat(said).containsExactly(new ArticlesChanged());
    }

    private static final class Away extends DelegatingDataSource {

        private boolean isBack;

        Away(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!isBack) {
                throw new SQLException("away");
            }
            return super.getConnection();
        }
    }
}
