package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.found;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.understanding.ChoiceIds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a turn is in, and what is said of an article that has no text in it. */
class LanguageTurnsTests {

    private static final Locale JAVANESE = Locale.of("jv");
    private static final Locale SUNDANESE = Locale.of("su");
    private static final Locale INDONESIAN = Locale.of("id");
    private static final Part APOLOGY = new Part.Aside(Part.say("untranslated"));

    private final Stage stage = new Stage();

    private Decision hear(String text, Locale detected) {
        stage.language = Optional.of(detected);
        return stage.say(text);
    }

    private Decision doubtful(String text) {
        stage.language = Optional.empty();
        return stage.say(text);
    }

    private static List<Part> parts(Decision decision) {
        return decision.replies().stream()
                .flatMap(reply -> reply.parts().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jv", "su", "en", "id"})
    void takesUpTheLanguageOfAMessageAndKeepsItThroughDoubtfulOnes(String tag) {
        hear("katrangan punika", Locale.of(tag));
        doubtful("ktp");
        doubtful("piye");

        assertThat(stage.conversation.language()).isEqualTo(Locale.of(tag));
        assertThat(stage.conversation.languageChosen()).isFalse();
    }

    @Test
    void leavesAnIndonesianConversationAsItIsWhenTheDetectorIsNotSure() {
        hear("berapa biaya sim", INDONESIAN);
        doubtful("pinten");

        assertThat(stage.conversation.language()).isEqualTo(INDONESIAN);
    }

    @Test
    void oneWordChangesNoLanguageOfATalkThatHasBegun() {
        hear("piye", JAVANESE);
        assertThat(stage.conversation.language()).isEqualTo(JAVANESE);
        hear("makasih", INDONESIAN);
        assertThat(stage.conversation.language()).isEqualTo(JAVANESE);
        hear("berapa biaya sim", INDONESIAN);
        hear("suwun", JAVANESE);
        assertThat(stage.conversation.language()).isEqualTo(INDONESIAN);
    }

    @Test
    void knowsNoOtherLanguage() {
        hear("berapakah bayarannya", Locale.of("ms"));

        assertThat(stage.conversation.language()).isEqualTo(INDONESIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"menu", "cek status", "tidak jadi", "ganti bahasa", "petugas"})
    void aWordThatTheDeskAskedForDoesNotEndTheCitizensLanguage(String command) {
        hear("kula badhe tanglet", JAVANESE);
        hear(command, INDONESIAN);

        assertThat(stage.conversation.language()).isEqualTo(JAVANESE);
    }

    @ParameterizedTest
    @CsvSource({
        "basa jawa,jv",
        "bahasa jawa,jv",
        "javanese,jv",
        "basa sunda,su",
        "ganti bahasa sunda,su",
        "3,jv",
        "4,su"
    })
    void changesToTheChosenLanguageForGood(String words, String tag) {
        stage.say("bahasa");

        assertThat(stage.say(words).ending()).isEqualTo(Ending.LANGUAGE_CHANGED);
        hear("berapa biaya sim", INDONESIAN);
        assertThat(stage.conversation.language()).isEqualTo(Locale.of(tag));
    }

    @Test
    void aForgedButtonChoosesNoLanguageThatIsNotSpoken() {
        stage.pick(ChoiceIds.LANGUAGE + "fr");

        assertThat(stage.conversation.language()).isEqualTo(INDONESIAN);
        assertThat(stage.conversation.languageChosen()).isFalse();
    }

    @Test
    void saysOnceThatAnArticleIsInIndonesianAlone() {
        stage.answers = List.of(found("sim-perpanjang"));

        assertThat(parts(hear("pinten regane sim", JAVANESE)))
                .startsWith(APOLOGY)
                .hasSize(3);
        assertThat(parts(hear("pinten malih", JAVANESE))).doesNotContain(APOLOGY);
    }

    @Test
    void saysItAgainAfterTheLanguageChanged() {
        stage.answers = List.of(found("sim-perpanjang"));
        hear("pinten regane sim", JAVANESE);

        assertThat(parts(hear("sabaraha hargana sim", SUNDANESE))).startsWith(APOLOGY);
    }

    @Test
    void saysNothingOfAnArticleThatHasATextInTheCitizensLanguage() {
        stage.answers = List.of(found("sim-perpanjang", "jv"));

        assertThat(parts(hear("pinten regane sim", JAVANESE))).doesNotContain(APOLOGY);
        stage.answers = List.of(found("skck-baru"));
        assertThat(parts(hear("skck pripun", JAVANESE))).contains(APOLOGY);
    }

    @Test
    void saysNothingOfItToWhoSpeaksIndonesian() {
        stage.answers = List.of(found("sim-perpanjang"));

        assertThat(parts(hear("berapa biaya sim", INDONESIAN))).doesNotContain(APOLOGY);
    }

    @Test
    void canLeaveItForLaterWhereItWouldCostAMessage() {
        stage.answers = List.of(found("sim-perpanjang"));
        Decision briefer = Engine.briefer(hear("pinten regane sim", JAVANESE));
        stage.conversation = briefer.after();

        assertThat(parts(briefer)).hasSize(2).doesNotContain(APOLOGY);
        Decision next = hear("pinten malih", JAVANESE);
        assertThat(parts(next)).startsWith(APOLOGY);
        stage.conversation = next.after();
        Decision plain = hear("pinten malih", JAVANESE);
        assertThat(Engine.briefer(plain)).isEqualTo(plain);
    }
}
