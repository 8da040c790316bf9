package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A message that comes again has one turn and one answer. */
@ConversationTest
class RepeatedMessageTests {

    private final TurnTransaction turns;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final SettableClock clock;
    private final Person citizen;

    RepeatedMessageTests(
            People people,
            TurnTransaction turns,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            SettableClock clock) {
        this.citizen = people.next();
        this.turns = turns;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void repeatsTheStoredAnswerByteForByte() {
        InboundMessage once = citizen.message("halo");
        Turn first = citizen.say(once);
        Turn again = citizen.say(once);

        assertThat(again.answer().body()).isEqualTo(first.answer().body());
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(turnsOf(first)).isEqualTo(1);
    }

    @Test
    void putsNothingAwayThatWasHandledMeanwhile() {
        InboundMessage once = citizen.message("halo");
        Turn first = citizen.say(once);

        assertThatThrownBy(() -> transaction.execute(
                        _ -> turns.bury(once, Turn.Mode.ON_TIME, "IllegalStateException", clock.instant())))
                .isInstanceOf(Inbox.AlreadyTaken.class);

        assertThat(turnsOf(first)).isEqualTo(1);
    }

    @Test
    void answersAnIdThatTheInboxHadForgottenAndThatComesTwiceAgain() {
        InboundMessage once = citizen.message("halo");
        citizen.say(once);
        jdbc.sql("delete from channels_inbound where external_id = ?")
                .param(once.externalId())
                .update();
        Turn anew = citizen.say(once);

        Turn again = citizen.say(once);

        assertThat(anew.number()).isEqualTo(2);
        assertThat(again.number()).isEqualTo(2);
        assertThat(again.answer().body()).isEqualTo(anew.answer().body());
    }

    private long turnsOf(Turn turn) {
        return jdbc.sql("select count(*) from conversation_turn where conversation = ?")
                .param(turn.conversation())
                .query(Long.class)
                .single();
    }
}
