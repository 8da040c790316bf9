package id.pendopo.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.conversation.forms.FormFile;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Citation;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Shipped;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision alone: a conversation, a message and facts in, a decision out. */
class EngineTests {

    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final TicketCode CODE = TicketCode.random();
    private static final Address CITIZEN = new Address("test", "+6281200001234");
    private static final Shipped DESK = new Shipped();

    private final Engine engine = new Engine(FormFile.report());
    private Conversation conversation = Conversation.fresh(7, CITIZEN, "web", Locale.of("id"));
    private List<Answer> answers = List.of(new Answer.Unknown(0.1));
    private Optional<Suggestions.Guess> suggestion = Optional.empty();
    private Optional<TextClassifier.Guess> act = Optional.empty();
    private Optional<Locale> language = Optional.empty();
    private List<Ticket> open = List.of();
    private Optional<Facts.Named> named = Optional.empty();
    private boolean working = true;
    private boolean latest = true;

    private static Ticket ticket(TicketStatus status) {
        return new Ticket(
                CODE,
                3,
                TicketType.COMPLAINT,
                status,
                "jalan-rusak",
                "dinas-pupr",
                JAKARTA,
                "jalan rusak",
                "jalan rusak",
                Optional.empty(),
                Optional.empty(),
                Visibility.NAME_HIDDEN,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(7L),
                "web",
                Locale.of("id"),
                NOW,
                NOW,
                Optional.empty(),
                "");
    }

    private static Answer.Found found(String slug) {
        ArticleVersion version = new ArticleVersion(
                slug,
                "sim",
                Locale.of("id"),
                2,
                LocalDate.of(2026, 3, 1),
                "SIM",
                "ringkas",
                "sms",
                "suara",
                Map.of(),
                List.of());
        Citation citation = new Citation("SIM", "/help/" + slug, 2, LocalDate.of(2026, 3, 1), "Polri");
        return new Answer.Found(version, Optional.empty(), "jawaban", "jawab", "suara", citation, 0.9);
    }

    private Facts facts() {
        Facts.Office office = new Facts.Office(JAKARTA, working, Instant.parse("2026-03-25T00:30:00Z"));
        Map<String, Facts.Office> offices = DESK.categories().stream()
                .map(category -> category.unit())
                .distinct()
                .collect(Collectors.toMap(unit -> unit, _ -> office));
        return new Facts(
                language,
                act,
                answers,
                suggestion,
                DESK.categories(),
                named,
                open,
                latest ? open.stream().findFirst().or(() -> named.flatMap(Facts.Named::ticket)) : Optional.empty(),
                offices,
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }

    private Decision say(InboundMessage message) {
        Decision decision = engine.decide(conversation, message, facts(), NOW);
        conversation = decision.after();
        return decision;
    }

    private Decision say(String text) {
        return say(InboundMessage.text("test", "m", NOW, "web", CITIZEN, text));
    }

    private Decision pick(String choice) {
        return say(new InboundMessage(
                "test",
                "m",
                NOW,
                "web",
                CITIZEN,
                "",
                Optional.of(choice),
                Optional.empty(),
                List.of(),
                Optional.empty()));
    }

    @Test
    void asksTheRespondersInTheVisibleOrder() {
        assertThat(engine.order())
                .containsExactly(
                        "emergency",
                        "command",
                        "agent",
                        "form",
                        "ticket",
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
                "kapan panen raya | escalate | ESCALATED"
            })
    void namesWhoAnsweredAndHowItEnded(String text, String responder, Ending ending) {
        Decision decision = say(text);

        assertThat(decision.responder()).isEqualTo(responder);
        assertThat(decision.ending()).isEqualTo(ending);
        assertThat(decision.replies()).isNotEmpty();
    }

    @Test
    void doesNotChangeWhatItWasGiven() {
        Conversation before = conversation;

        assertThat(say("halo"))
                .isEqualTo(engine.decide(
                        before, InboundMessage.text("test", "m", NOW, "web", CITIZEN, "halo"), facts(), NOW));
        assertThat(before.state()).isEqualTo(State.fresh());
    }

    @Test
    void answersWithTheSourceBesideEveryFact() {
        answers = List.of(found("sim-perpanjang"), found("skck-baru"));

        List<Part> parts = say("biaya sim? syarat skck?").replies().getFirst().parts();

        assertThat(parts).hasSize(4);
        assertThat(parts.get(1)).isInstanceOf(Part.Source.class);
        assertThat(parts.get(3)).isInstanceOf(Part.Source.class);
        assertThat(conversation.state().about()).contains("skck-baru");
    }

    @Test
    void asksWhichOneAtMostTwiceAndThenOffersAPerson() {
        answers = List.of(new Answer.Ambiguous(
                List.of(new Answer.Candidate("a", "A", 0.4), new Answer.Candidate("b", "B", 0.3)), 0.4));

        assertThat(say("surat").ending()).isEqualTo(Ending.CLARIFIED);
        assertThat(say("surat itu").ending()).isEqualTo(Ending.CLARIFIED);
        assertThat(say("surat yang itu").ending()).isEqualTo(Ending.ESCALATED);
        Decision person = say("1");
        assertThat(person.ending()).isEqualTo(Ending.PERSON_COMES);
        assertThat(person.commands().getFirst())
                .isInstanceOfSatisfying(
                        Command.Open.class,
                        opened -> assertThat(opened.ticket().description()).isEqualTo("surat yang itu"));
    }

    @Test
    void fillsWhatIsKnownIntoTheTicketWhenAPersonTakesOverAForm() {
        suggestion = Optional.of(new Suggestions.Guess("jalan-rusak", 0.9));
        say("lapor jalan rusak parah");

        Decision decision = say("petugas");

        assertThat(decision.commands().getFirst()).isInstanceOfSatisfying(Command.Open.class, opened -> {
            assertThat(opened.ticket().description()).isEqualTo("jalan rusak parah");
            assertThat(opened.ticket().category()).isEqualTo("jalan-rusak");
        });
        assertThat(conversation.floor()).isEqualTo(Floor.QUEUE);
        assertThat(conversation.state().draft()).isEmpty();
    }

    @Test
    void leavesTheFloorToTheBotWhenNobodyIsThere() {
        working = false;

        assertThat(say("petugas").ending()).isEqualTo(Ending.PERSON_LATER);
        assertThat(conversation.floor()).isEqualTo(Floor.BOT);
    }

    @Test
    void isMuteWhileAnAgentHoldsAndHintsOnce() {
        open = List.of(ticket(TicketStatus.OPEN));
        conversation = conversation.held(Floor.AGENT);
        answers = List.of(found("sim-perpanjang"));

        assertThat(say("berapa biaya sim").replies()).hasSize(1);
        Decision second = say("halo?");
        assertThat(second.replies()).isEmpty();
        assertThat(second.ending()).isEqualTo(Ending.AGENT_HOLDS);
        assertThat(second.commands()).containsExactly(new Command.Add(CODE, "halo?"));
        assertThat(say("kebakaran tolong").ending()).isEqualTo(Ending.EMERGENCY);
        assertThat(conversation.floor()).isEqualTo(Floor.AGENT);
    }

    @Test
    void anonymousReportsLeadNowhere() {
        suggestion = Optional.of(new Suggestions.Guess("pungli", 0.9));
        say("lapor pungli di kelurahan sukamaju");

        Decision decision = pick(Picks.ANONYMOUS);

        assertThat(decision.commands()).singleElement().isInstanceOfSatisfying(Command.Open.class, opened -> {
            assertThat(opened.ticket().code().digits()).hasSize(16);
            assertThat(opened.ticket().visibility()).isEqualTo(Visibility.ANONYMOUS);
            assertThat(opened.ticket().conversation()).isEmpty();
            assertThat(opened.ticket().phone()).isEmpty();
            assertThat(opened.ticket().contactConsent()).isFalse();
        });
    }

    @Test
    void takesAPinOnTheMapAsThePlaceOfAReport() {
        InboundMessage pin = new InboundMessage(
                "test",
                "m",
                NOW,
                "web",
                CITIZEN,
                "",
                Optional.empty(),
                Optional.of(new Location(-7.5, 110.8)),
                List.of(),
                Optional.empty());

        assertThat(say(pin).ending()).isEqualTo(Ending.FORM_ASKED);
        assertThat(say("jalan berlubang besar sekali").ending()).isIn(Ending.FORM_CONFIRM, Ending.FORM_ASKED);
        assertThat(conversation.state().draft().orElseThrow().value("place")).contains("-7.5, 110.8");
    }

    @Test
    void takesAFileForTheOpenTicketOrAsksWhatItIs() {
        InboundMessage photo = new InboundMessage(
                "test",
                "m",
                NOW,
                "web",
                CITIZEN,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(new Attachment("image/jpeg", "1")),
                Optional.empty());

        assertThat(say(photo).ending()).isEqualTo(Ending.FILE_RECEIVED);
        open = List.of(ticket(TicketStatus.OPEN));
        assertThat(say(photo).ending()).isEqualTo(Ending.INFORMATION_ADDED);
    }

    @Test
    void lastFourDigitsOpenWhatACodeAloneDoesNot() {
        named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Facts.Sight.CODE_ONLY));
        assertThat(say("status " + CODE.grouped()).ending()).isEqualTo(Ending.STATUS_OTHER);
        named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Facts.Sight.REFUSED));
        assertThat(say("0000").ending()).isEqualTo(Ending.PROOF_WRONG);
        named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.OPEN)), Facts.Sight.FULL));
        assertThat(say("1234").ending()).isEqualTo(Ending.STATUS_OWN);
    }

    @Test
    void letsNobodyConfirmAnothersTicketByPressingItsButton() {
        named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CLOSED)), Facts.Sight.CODE_ONLY));

        assertThat(pick(Picks.SOLVED + CODE.digits()).commands()).isEmpty();
        named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(TicketStatus.CLOSED)), Facts.Sight.FULL));
        assertThat(pick(Picks.SOLVED + CODE.digits()).commands()).containsExactly(new Command.ConfirmSolved(CODE));
    }

    @ParameterizedTest
    @CsvSource({"tambah %s lubang,OPEN", "buka lagi %s,CLOSED", "buka lagi %s,OPEN"})
    void aTypedCodeIsNotProvedByTheProofOfAnother(String text, TicketStatus status) {
        conversation = conversation.with(State.fresh()
                .expecting(Expected.What.PROVED, TicketCode.random().digits()));
        named = Optional.of(new Facts.Named(CODE, Optional.of(ticket(status)), Facts.Sight.CODE_ONLY));
        latest = false;

        Decision decision = say(text.formatted(CODE.grouped()));

        assertThat(decision.commands()).isEmpty();
        assertThat(decision.ending()).isEqualTo(Ending.STATUS_OTHER);
    }

    @Test
    void speaksTheMessagesLanguageUntilOneIsChosen() {
        language = Optional.of(Locale.ENGLISH);
        say("hello");
        assertThat(conversation.language()).isEqualTo(Locale.ENGLISH);
        say("bahasa indonesia");
        say("hello");
        assertThat(conversation.language()).isEqualTo(Locale.of("id"));
    }

    @Test
    void keepsEveryChoiceWithinWhatButtonsCarry() {
        assertThat(List.of(Picks.SOLVED, Picks.UNSOLVED)).allMatch(pick -> (pick + "1234567890123456").length() <= 64);
        DESK.categories()
                .forEach(category ->
                        assertThat((Picks.VALUE + category.key()).length()).isLessThanOrEqualTo(64));
    }
}
