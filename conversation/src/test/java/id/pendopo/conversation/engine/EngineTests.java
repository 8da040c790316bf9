package id.pendopo.conversation.engine;

import static id.pendopo.conversation.engine.Stage.CITIZEN;
import static id.pendopo.conversation.engine.Stage.DESK;
import static id.pendopo.conversation.engine.Stage.NOW;
import static id.pendopo.conversation.engine.Stage.found;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decision alone: a conversation, a message and facts in, a decision out. */
class EngineTests {

    private final Stage stage = new Stage();

    @Test
    void asksTheRespondersInTheVisibleOrder() {
        assertThat(stage.engine.order())
                .containsExactly(
                        "emergency",
                        "page",
                        "call",
                        "elsewhere",
                        "rating",
                        "command",
                        "agent",
                        "form",
                        "ticket",
                        "reason",
                        "mistake",
                        "act",
                        "report",
                        "knowledge",
                        "queue",
                        "clarify",
                        "escalate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kebakaran tolong | emergency | EMERGENCY",
                "menu | command | MENU",
                "status | command | STATUS_NONE",
                "bantuan | command | HELP",
                "batal | command | NOTHING_TO_CANCEL",
                "bahasa | command | LANGUAGE_ASKED",
                "bahasa inggris | command | LANGUAGE_CHANGED",
                "basa | command | LANGUAGE_ASKED",
                "basa sunda | command | LANGUAGE_CHANGED",
                "ganti bahasa jawa | command | LANGUAGE_CHANGED",
                "ulang | command | REPEATED",
                "lanjut | command | CONTINUED",
                "berhenti | command | BROADCASTS_STOPPED",
                "0 | command | PERSON_COMES",
                "petugas | command | PERSON_COMES",
                "agent | command | PERSON_COMES",
                "mau bicara dengan petugas | command | PERSON_COMES",
                "lapor | report | FORM_ASKED",
                "halo min | act | GREETED",
                "mulai | act | GREETED",
                "makasih ya | act | THANKED",
                "dadah | act | GOODBYE",
                "goblok | act | ABUSE",
                "kamu siapa | act | CHITCHAT",
                "🙏🙏 | act | NO_WORDS",
                "tambah info | ticket | NO_TICKET",
                "nilai | rating | RATING_WHICH",
                "kapan panen raya | escalate | ESCALATED"
            })
    void namesWhoAnsweredAndHowItEnded(String text, String responder, Ending ending) {
        Decision decision = stage.say(text);

        assertThat(decision.responder()).isEqualTo(responder);
        assertThat(decision.ending()).isEqualTo(ending);
        assertThat(decision.replies()).isNotEmpty();
    }

    @Test
    void doesNotChangeWhatItWasGiven() {
        Conversation before = stage.conversation;

        assertThat(stage.say("halo"))
                .isEqualTo(stage.engine.decide(
                        before, InboundMessage.text("test", "m", NOW, "web", CITIZEN, "halo"), stage.facts(), NOW));
        assertThat(before.state()).isEqualTo(State.fresh());
    }

    @Test
    void answersWithTheSourceBesideEveryFact() {
        stage.answers = List.of(found("sim-perpanjang"), found("skck-baru"));

        List<Part> parts =
                stage.say("biaya sim? syarat skck?").replies().getFirst().parts();

        assertThat(parts).hasSize(4);
        assertThat(parts.get(1)).isInstanceOf(Part.Source.class);
        assertThat(parts.get(3)).isInstanceOf(Part.Source.class);
        assertThat(stage.conversation.state().about()).contains("skck-baru");
    }

    @Test
    void fieldsOfOneArticleThatWereReadInOnePlaceShareTheirSource() {
        stage.answers = List.of(found("sim-perpanjang"), found("sim-perpanjang"), found("skck-baru"));

        assertThat(stage.say("syarat dan biaya sim? syarat skck?")
                        .replies()
                        .getFirst()
                        .parts())
                .extracting(part -> part.getClass().getSimpleName())
                .containsExactly("Quote", "Quote", "Source", "Quote", "Source");
    }

    @Test
    void namesTheQuestionThatItLeftUnansweredAndKeepsItForWhoeverTakesOver() {
        stage.answers = List.of(found("sim-perpanjang"));
        stage.left = List.of("apa kabar?", "kapan panen raya?");

        Decision answered = stage.say("apa kabar? biaya sim? kapan panen raya?");

        assertThat(answered.replies().getFirst().parts())
                .last()
                .isEqualTo(Part.say("answered.left", new Arg.Excerpt("kapan panen raya?", 60)));
        assertThat(stage.conversation.state().question()).contains("kapan panen raya?");
        assertThat(stage.conversation.state().about()).contains("sim-perpanjang");
        assertThat(stage.conversation.state().misses()).isZero();
    }

    @Test
    void asksWhichOneAtMostTwiceAndThenOffersAPerson() {
        stage.answers = List.of(new Answer.Ambiguous(
                List.of(new Answer.Candidate("a", "A", 0.4), new Answer.Candidate("b", "B", 0.3)), 0.4));

        assertThat(stage.say("surat").ending()).isEqualTo(Ending.CLARIFIED);
        assertThat(stage.say("surat itu").ending()).isEqualTo(Ending.CLARIFIED);
        assertThat(stage.say("surat yang itu").ending()).isEqualTo(Ending.ESCALATED);
        Decision person = stage.say("1");
        assertThat(person.ending()).isEqualTo(Ending.PERSON_COMES);
        assertThat(person.commands().getFirst())
                .isInstanceOfSatisfying(
                        Command.Open.class,
                        opened -> assertThat(opened.ticket().description()).isEqualTo("surat yang itu"));
    }

    @Test
    void keepsAReportThatIsNotSentWhenAPersonIsWanted() {
        stage.suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        stage.say("lapor jalan rusak parah");

        Decision decision = stage.say("petugas");

        assertThat(decision.commands().getFirst()).isInstanceOfSatisfying(Command.Open.class, opened -> {
            assertThat(opened.ticket().description()).isEqualTo("Jalan atau jembatan rusak");
            assertThat(opened.ticket().category()).isEqualTo("jalan-rusak");
        });
        assertThat(stage.conversation.floor()).isEqualTo(Floor.QUEUE);
        assertThat(stage.conversation.state().draft()).hasValueSatisfying(draft -> {
            assertThat(draft.paused()).isTrue();
            assertThat(draft.value("description")).contains("jalan rusak parah");
        });
    }

    @Test
    void tellsWhoeverTakesOverWhatWasAskedLast() {
        stage.answers = List.of(Stage.found("sim-hilang"));
        stage.say("sim saya hilang gimana");
        stage.answers = List.of();

        assertThat(stage.say("petugas").commands().getFirst()).isInstanceOfSatisfying(Command.Open.class, opened -> {
            assertThat(opened.ticket().description()).isEqualTo("sim saya hilang gimana");
            assertThat(opened.untold()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 25})
    void namesWhatIsWantedWhereNothingWasToldOrNotLately(long hours) {
        if (hours > 0) {
            stage.answers = List.of(Stage.found("sim-hilang"));
            stage.say("sim saya hilang gimana");
            stage.answers = List.of();
            stage.now = Stage.NOW.plus(Duration.ofHours(hours));
        }

        assertThat(stage.say("petugas").commands().getFirst()).isInstanceOfSatisfying(Command.Open.class, opened -> {
            assertThat(opened.untold()).contains("person.untold");
            assertThat(opened.told((key, language) -> key + " " + language).description())
                    .isEqualTo("person.untold id");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ya boleh, , PERSON_COMES",
        "silakan pak, , PERSON_COMES",
        "gasss, affirm, PERSON_COMES",
        "gasss, question, ESCALATED"
    })
    void whoAgreesToAPersonGetsOne(String words, String act, Ending ending) {
        stage.say("cara menanam cabai");
        stage.act = Optional.ofNullable(act).map(label -> new TextClassifier.Guess(label, 0.9));

        assertThat(stage.say(words).ending()).isEqualTo(ending);
    }

    @Test
    void leavesTheFloorToTheBotWhenNobodyIsThere() {
        stage.working = false;

        assertThat(stage.say("petugas").ending()).isEqualTo(Ending.PERSON_LATER);
        assertThat(stage.conversation.floor()).isEqualTo(Floor.BOT);
    }

    @Test
    void takesAPinOnTheMapAsThePlaceOfAReport() {
        Location pin = new Location(-7.5, 110.8);

        assertThat(stage.send(Optional.of(pin), List.of()).ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(stage.say("jalan berlubang besar sekali").ending()).isIn(Ending.FORM_CONFIRM, Ending.FORM_ASKED);
        assertThat(stage.conversation.state().draft().orElseThrow().value("place"))
                .contains("-7.5, 110.8");
    }

    @Test
    void speaksTheMessagesLanguageUntilOneIsChosen() {
        stage.language = Optional.of(Locale.ENGLISH);
        stage.say("hello");
        assertThat(stage.conversation.language()).isEqualTo(Locale.ENGLISH);
        stage.say("bahasa indonesia");
        stage.say("hello");
        assertThat(stage.conversation.language()).isEqualTo(Locale.of("id"));
    }

    @Test
    void keepsEveryChoiceWithinWhatButtonsCarry() {
        assertThat(List.of(ChoiceIds.SOLVED, ChoiceIds.UNSOLVED))
                .allMatch(pick -> (pick + "1234567890123456").length() <= 64);
        DESK.categories()
                .forEach(category ->
                        assertThat((ChoiceIds.VALUE + category.key()).length()).isLessThanOrEqualTo(64));
    }
}
