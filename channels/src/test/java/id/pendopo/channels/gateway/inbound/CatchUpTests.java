package id.pendopo.channels.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.TestLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ChannelsTest
class CatchUpTests {

    private final CatchUp catchUp;
    private final TestLine onceLine;
    private final InboundRows inbound;
    private final JdbcClient jdbc;
    private final Clock clock;

    CatchUpTests(CatchUp catchUp, TestLine onceLine, InboundRows inbound, JdbcClient jdbc, Clock clock) {
        this.catchUp = catchUp;
        this.onceLine = onceLine;
        this.inbound = inbound;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @AfterEach
    void holdsNothing() {
        onceLine.holds(List.of());
    }

    @Test
    void takesInTheOthersWhenOneFails() {
        InboundMessage broken = message("\0" + UUID.randomUUID());
        InboundMessage sound = message(UUID.randomUUID().toString());
        onceLine.holds(List.of(broken, sound));

        catchUp.run();

        assertThat(inbound.find("testonce", sound.externalId()))
                .get()
                .extracting(InboundRow::state)
                .isEqualTo("DONE");
        assertThat(caughtAt()).contains(broken.at());
    }

    @Test
    void readsAListInPiecesThatHasMoreThanItShows() {
        String siti = "siti-" + UUID.randomUUID();
        Instant begin = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 3600);
        List<InboundMessage> many = IntStream.range(0, 40)
                .mapToObj(n -> message(siti + "-" + n, siti, begin.plusSeconds(n * 60L)))
                .toList();
        onceLine.holds(many);
        onceLine.shows(7);
        caughtUpTo(begin.minusSeconds(1));

        catchUp.run();

        assertThat(many)
                .allSatisfy(one ->
                        assertThat(inbound.find("testonce", one.externalId())).isPresent());
        assertThat(caughtAt().orElseThrow()).isAfterOrEqualTo(clock.instant().minusSeconds(60));
    }

    @Test
    void goesOnAlthoughASecondHasMoreThanTheListShows() {
        String siti = "siti-" + UUID.randomUUID();
        Instant crowded = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 300);
        List<InboundMessage> many = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(n -> message(siti + "-" + n, siti, crowded))
                .toList());
        InboundMessage later = message(siti + "-later", siti, crowded.plusSeconds(100));
        many.add(later);
        onceLine.holds(many);
        onceLine.shows(5);
        caughtUpTo(crowded.minusSeconds(600));

        catchUp.run();

        assertThat(inbound.find("testonce", later.externalId())).isPresent();
        assertThat(caughtAt().orElseThrow()).isAfter(crowded.plusSeconds(100));
    }

    /** A provider whose pages never end, at any time: the others must be asked as well. */
    @Test
    void doesNotReadAListForEverThatHasNoEnd() {
        InboundMessage latest = message("latest-" + UUID.randomUUID());
        onceLine.holds(List.of(latest));
        onceLine.neverEnds();
        caughtUpTo(clock.instant().minus(Duration.ofDays(1)));

        catchUp.run();

        assertThat(inbound.find("testonce", latest.externalId())).isPresent();
        assertThat(onceLine.askedForMissed()).isLessThan(60);
    }

    private void caughtUpTo(Instant at) {
        jdbc.sql("""
                insert into channels_catch_up (account, caught_at) values ('testonce', :at)
                on conflict (account) do update set caught_at = :at
                """).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private Optional<Instant> caughtAt() {
        return jdbc.sql("select caught_at from channels_catch_up where account = 'testonce'")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private InboundMessage message(String id) {
        Instant minuteAgo = Instant.ofEpochSecond(clock.instant().getEpochSecond() - 60);
        return message(id, "siti-" + UUID.randomUUID(), minuteAgo);
    }

    private static InboundMessage message(String id, String from, Instant at) {
        return InboundMessage.text("testonce", id, at, "test-once", new Address("testonce", from), "halo");
    }
}
