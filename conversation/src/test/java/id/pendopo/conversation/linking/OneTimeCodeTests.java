package id.pendopo.conversation.linking;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.OutboundMessage.Author;
import id.pendopo.channels.Outbox;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import id.pendopo.conversation.Told;
import id.pendopo.ticketing.Ticket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes that prove a ticket in another conversation, on a real database. */
@ConversationTest
class OneTimeCodeTests {

    private final Told told;
    private final Outbox outbox;
    private final SettableClock clock;
    private final Person before;
    private final Person after;
    private final Person stranger;

    OneTimeCodeTests(People people, Told told, Outbox outbox, SettableClock clock) {
        this.told = told;
        this.outbox = outbox;
        this.clock = clock;
        this.before = people.next();
        this.after = people.next();
        this.stranger = people.next();
    }

    private Ticket report() {
        return before.reports("jalan rusak depan SD 3 Sukamaju");
    }

    @Test
    void aCodeSentToWhereTheTicketCameFromProvesItOnceAndOnlyWhereItWasAskedFor() {
        Ticket ticket = report();
        after.say("STATUS " + ticket.code().grouped());
        assertThat(after.hears("KODE"))
                .contains("10 menit")
                .doesNotContain(before.address().value());
        String code = told.code(before);
        assertThat(outbox.latest(before.address(), 1))
                .singleElement()
                .satisfies(sent -> assertThat(sent.message().author()).isEqualTo(Author.DESK));
        assertThat(told.to(before).getLast()).contains("jangan berikan");

        stranger.say("STATUS " + ticket.code().grouped());
        assertThat(stranger.hears(code)).contains("tidak cocok");
        assertThat(after.hears(Told.wrong(code))).contains("tidak cocok");
        assertThat(after.hears(code)).contains("dilanjutkan di sini");
        assertThat(told.to(before).getLast()).contains("Kode Anda");
    }

    @Test
    void aCodeThatIsTooOldOrWasTriedTooOftenProvesNothing() {
        Ticket ticket = report();
        after.say("STATUS " + ticket.code().grouped());
        after.say("KODE");
        clock.advance(Passcodes.LIFETIME);
        assertThat(after.hears(told.code(before))).contains("tidak cocok");

        after.say("KODE");
        String code = told.code(before);
        for (int i = 0; i < Passcodes.TRIES; i++) {
            after.say(Told.wrong(code));
        }
        assertThat(after.hears(code)).contains("tidak cocok");
    }

    @Test
    void noTicketSendsMoreThanThreeCodesAnHour() {
        Ticket ticket = report();
        for (Person asker : List.of(after, stranger, after)) {
            asker.say("STATUS " + ticket.code().grouped());
            assertThat(asker.hears("KODE")).contains("segera masuk");
        }
        int told3 = told.to(before).size();
        stranger.say("STATUS " + ticket.code().grouped());
        assertThat(stranger.hears("KODE")).contains("3 kali");
        assertThat(told.to(before)).hasSize(told3);
        clock.advance(Duration.ofMinutes(61));
        assertThat(stranger.hears("KODE")).contains("segera masuk");
    }

    @Test
    void whoTriedTheDigitsTooOftenIsOfferedACode() {
        Ticket ticket = report();
        after.say("STATUS " + ticket.code().grouped());
        for (int i = 0; i < 5; i++) {
            after.say(before.lastFour().equals("0000") ? "1111" : "0000");
        }
        assertThat(after.hears(before.lastFour())).contains("KODE");
        after.say("KODE");
        assertThat(after.hears(told.code(before))).contains("dilanjutkan di sini");
    }
}
