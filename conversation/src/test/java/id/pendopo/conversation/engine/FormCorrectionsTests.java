package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.ticketing.Suggestions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of a report a correction at its summary changes. */
class FormCorrectionsTests {

    private static final String DESCRIPTION = "jalan rusak depan SD 3 Sukamaju";

    private final Stage stage = new Stage();

    @BeforeEach
    void aReportIsReadOver() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        Decision asked = stage.say("lapor " + DESCRIPTION);
        assertThat(asked.ending()).isEqualTo(Ending.FORM_CONFIRM);
    }

    @Test
    void aBetterPlaceTakesTheOldOnesPlaceAndIsSaid() {
        Decision changed = stage.does("correct", 0.9, "bukan depan SD 3 Sukamaju tapi di jl kenanga");

        assertThat(stage.draft().value("place")).contains("jl kenanga");
        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
        assertThat(asides(changed)).hasSize(1);
        assertThat(asides(Engine.briefer(changed))).isEmpty();
    }

    @Test
    void anotherKindTakesItsDescriptionAlong() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.8));

        stage.does("correct", 0.9, "bukan jalan, lampu mati di depan balai desa karangjati");

        assertThat(stage.draft().value("category")).contains("lampu-jalan");
        assertThat(stage.draft().value("place")).contains("depan balai desa karangjati");
        assertThat(stage.draft().value("description")).contains("lampu mati di depan balai desa karangjati");
    }

    @Test
    void anotherKindWithoutWordsOfItsOwnIsDescribedAnew() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.8));

        Decision asked = stage.does("correct", 0.9, "lampu jalan loh bukan jalan rusak");

        assertThat(asked.ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(stage.draft().value("category")).contains("lampu-jalan");
        assertThat(stage.draft().value("description")).isEmpty();
        assertThat(stage.draft().asking()).isEqualTo("description");
    }

    @Test
    void aNameThatIsTakenBackMakesRoomWithinThePlace() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));

        stage.does("correct", 0.9, "bukan sukamaju, sukamulya");

        assertThat(stage.draft().value("place")).contains("depan SD 3 sukamulya");
        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
    }

    @Test
    void whatIsMeantIsAddedWhereItsKindIsNotSure() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.3));

        Decision changed = stage.does("correct", 0.9, "pagarnya yg miring, bukan jalan");

        assertThat(stage.draft().value("description")).contains(DESCRIPTION + "\npagarnya yg miring, bukan jalan");
        assertThat(stage.draft().value("category")).contains("jalan-rusak");
        assertThat(asides(changed)).hasSize(1);
    }

    @Test
    void whoSaysWhatTheyMeantCorrects() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.7));

        stage.does("unclear", 0.9, "maksudnya lampunya yg mati, jalannya mah aman");

        assertThat(stage.draft().value("category")).contains("lampu-jalan");
        assertThat(stage.draft().value("description")).contains("lampunya yg mati, jalannya mah aman");
    }

    @ParameterizedTest
    @CsvSource({
        "'tempatnya yg bener jembatan kali bening', jembatan kali bening",
        "'no, the street next to it, Jalan Dahlia', Jalan Dahlia"
    })
    void aBetterPlaceIsNoOtherKind(String text, String place) {
        stage.suggestion = Optional.of(new Suggestions.Guess("banjir-drainase", 0.9));

        stage.does("correct", 0.9, text);

        assertThat(stage.draft().value("place")).contains(place);
        assertThat(stage.draft().value("category")).contains("jalan-rusak");
        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
    }

    @Test
    void theSameMatterIsToldBetter() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));

        stage.does("correct", 0.9, "trotoarnya yg ambles, bukan jalan rusak");

        assertThat(stage.draft().value("description")).contains("trotoarnya yg ambles");
        assertThat(stage.draft().value("place")).contains("depan SD 3 Sukamaju");
    }

    @Test
    void aMatterThatTakesSomethingBackIsACorrection() {
        stage.suggestion = Optional.of(new Suggestions.Guess("lampu-jalan", 0.8));

        stage.does("another", 0.9, "bukan jalan, maksud saya lampu mati di depan balai desa karangjati");

        assertThat(stage.draft().value("category")).contains("lampu-jalan");
        assertThat(stage.conversation.state().later()).isEmpty();
    }

    @Test
    void theKindAloneIsCorrectedByItsName() {
        Decision changed = stage.does("correct", 0.9, "jenisnya keliru, itu banjir");

        assertThat(stage.draft().value("category")).contains("banjir-drainase");
        assertThat(stage.draft().value("description")).contains(DESCRIPTION);
        assertThat(asides(changed))
                .containsExactly(
                        new Part.Aside(Part.say("form.changed", new Arg.Terms(List.of("form.label.category")))));
    }

    private static List<Part> asides(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .filter(Part.Aside.class::isInstance)
                .toList();
    }
}
