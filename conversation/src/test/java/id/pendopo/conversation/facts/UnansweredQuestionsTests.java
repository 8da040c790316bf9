package id.pendopo.conversation.facts;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk could not answer reaches those who write its articles; what it could does not. */
@ConversationTest
class UnansweredQuestionsTests {

    private final JdbcClient jdbc;
    private final Person siti;

    UnansweredQuestionsTests(People people, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.siti = people.next();
    }

    @BeforeEach
    void nobodyAsked() {
        jdbc.sql("delete from unanswered_question").update();
    }

    @Test
    void aQuestionWithoutAnArticleIsNotedMasked() {
        siti.say("apakah kelinci hias 081234567890 boleh naik kapal selam wisata");

        assertThat(noted()).containsExactly("UNKNOWN apakah kelinci hias [telepon] boleh naik kapal selam wisata");
    }

    @Test
    void aQuestionThatIsAskedBackIsNotedAndAnAnsweredOneIsNot() {
        assertThat(siti.hears("ktp")).contains("Yang mana");
        siti.say("brp biaya perpanjang sim c");

        assertThat(noted()).containsExactly("AMBIGUOUS ktp");
    }

    @Test
    void ofSeveralQuestionsTheOneWithoutAnAnswerIsNoted() {
        siti.say("brp biaya perpanjang sim c? kapan panen raya kelinci di desa?");

        assertThat(noted()).containsExactly("UNKNOWN kapan panen raya kelinci di desa?");
    }

    private List<String> noted() {
        return jdbc.sql("select why || ' ' || question from unanswered_question order by id")
                .query(String.class)
                .list();
    }
}
