package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Turn;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A responder and a finisher that somebody else brings along take part in real turns. */
@ConversationTest
class LeafTests {

    private final MessageSource texts;
    private final JdbcClient jdbc;
    private final Leaf leaf;
    private final Person citizen;

    LeafTests(People people, MessageSource texts, JdbcClient jdbc, Leaf leaf) {
        this.texts = texts;
        this.jdbc = jdbc;
        this.leaf = leaf;
        this.citizen = people.next();
    }

    private String text(String key) {
        return texts.getMessage(key, new Object[0], Locale.of("id"));
    }

    @Test
    void aContributedResponderAnswersAndAContributedFinisherAddsToIt() {
        Turn turn = citizen.say(Leaf.SAID);

        assertThat(Person.words(turn)).contains(text("thanked"), text("broadcasts.started"));
        assertThat(jdbc.sql("select responder from conversation_turn where conversation = ?")
                        .param(turn.conversation())
                        .query(String.class)
                        .single())
                .isEqualTo("leaf");
    }

    @Test
    void whatAContributionWantsDoneIsToldWithinTheTurnsTransaction() {
        Turn turn = citizen.say(Leaf.SAID);

        assertThat(leaf.wishes).contains(new Leaf.Wish(turn.conversation()));
    }

    @Test
    void everythingElseIsAnsweredAsBefore() {
        assertThat(citizen.hears("terima kasih")).contains(text("thanked")).doesNotContain(text("broadcasts.started"));
    }
}
