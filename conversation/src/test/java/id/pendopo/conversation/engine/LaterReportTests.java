package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another matter that is told within a report waits for its end. */
class LaterReportTests {

    private final Stage stage = new Stage();

    @BeforeEach
    void aReportIsReadOver() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        assertThat(stage.say("lapor jalan rusak depan SD 3 Sukamaju").ending()).isEqualTo(Ending.FORM_CONFIRM);
    }

    private Decision another(String category, String text) {
        stage.suggestion = Optional.of(new Suggestions.Guess(category, 0.9));
        stage.taskAct = Optional.of(new TextClassifier.Guess("another", 0.9));
        return stage.say(text);
    }

    private Decision agrees() {
        stage.taskAct = Optional.empty();
        return stage.say("ya");
    }

    private List<Draft> later() {
        return stage.conversation.state().later();
    }

    private static List<String> keys(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .filter(Part.Say.class::isInstance)
                .map(part -> ((Part.Say) part).key())
                .toList();
    }

    @Test
    void isKeptWithWhatItSaysAndLeavesTheReportAsItIs() {
        Decision kept = another("pohon-tumbang", "sekalian pohon tumbang di jl jati");

        assertThat(keys(kept)).containsExactly("form.kept", "form.confirm");
        assertThat(stage.conversation.state().draft().flatMap(draft -> draft.value("description")))
                .contains("jalan rusak depan SD 3 Sukamaju");
        assertThat(later()).singleElement().satisfies(draft -> {
            assertThat(draft.value("description")).contains("pohon tumbang di jl jati");
            assertThat(draft.value("place")).contains("jl jati");
        });
    }

    @Test
    void beginsWhenTheReportIsSent() {
        another("sampah", "sekalian sampah numpuk di jl jati");
        Decision sent = agrees();

        assertThat(sent.ending()).isEqualTo(Ending.REPORTED);
        assertThat(keys(sent)).containsExactly("reported", "reported.way", "form.next", "form.confirm");
        assertThat(later()).isEmpty();
        assertThat(agrees().ending()).isEqualTo(Ending.REPORTED);
        assertThat(stage.conversation.state().draft()).isEmpty();
    }

    @Test
    void beginsWhenTheReportIsDropped() {
        another("sampah", "sekalian sampah numpuk di jl jati");

        assertThat(keys(stage.say("batal"))).containsExactly("cancelled", "form.next", "form.confirm");
    }

    @Test
    void waitsWhileAPersonIsAskedFor() {
        another("sampah", "sekalian sampah numpuk di jl jati");
        stage.taskAct = Optional.empty();

        assertThat(stage.say("petugas").ending()).isEqualTo(Ending.PERSON_COMES);
        assertThat(later()).hasSize(1);
    }

    @Test
    void theSameAgainIsNoOther() {
        Decision again = another("jalan-rusak", "jalan rusak depan SD 3 Sukamaju");

        assertThat(keys(again)).containsExactly("form.confirm");
        assertThat(later()).isEmpty();
    }

    @Test
    void afterThreeTheCitizenIsAskedToTellItThen() {
        List.of("jl satu", "jl dua", "jl tiga").forEach(place -> another("sampah", "sampah juga numpuk di " + place));

        assertThat(keys(another("sampah", "sampah juga numpuk di jl empat"))).contains("form.another");
        assertThat(later())
                .extracting(draft -> draft.value("place").orElseThrow())
                .containsExactly("jl satu", "jl dua", "jl tiga");
    }

    @Test
    void isForgottenWithTheReportThatNobodyWentOnWith() {
        another("sampah", "sekalian sampah numpuk di jl jati");
        stage.taskAct = Optional.empty();
        stage.now = Stage.NOW.plus(Duration.ofDays(8));

        stage.say("halo");

        assertThat(later()).isEmpty();
    }

    @Test
    void anExcerptOfItIsSaid() {
        Decision kept = another("sampah", "sekalian sampah numpuk di jl jati");

        assertThat(kept.replies().getFirst().parts().getFirst())
                .isEqualTo(Part.say("form.kept", new Arg.Excerpt("sampah numpuk di jl jati", 24)));
    }
}
