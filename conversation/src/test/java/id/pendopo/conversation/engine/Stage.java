package id.pendopo.conversation.engine;

import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Citation;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ui.CountryPack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A conversation and the facts that a test sets, played turn after turn against the engine. */
final class Stage {

    static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    static final TicketCode CODE = TicketCode.random();
    static final Address CITIZEN = new Address("test", "+6281200001234");
    private static final DialoguePolicy SHIPPED = DialoguePolicy.shipped(CountryPack.chosen());
    static final BundledCatalogue DESK = BundledCatalogue.load();

    final Engine engine;
    Conversation conversation = Conversation.fresh(7, CITIZEN, TestKinds.WEB, Locale.of("id"));
    List<Answer> answers = List.of(new Answer.Unknown(0.1));
    List<String> left = List.of();
    Optional<Suggestions.Guess> suggestion = Optional.empty();
    Optional<TextClassifier.Guess> act = Optional.empty();
    Optional<TextClassifier.Guess> taskAct = Optional.empty();
    Optional<TextClassifier.Guess> danger = Optional.empty();
    Optional<TextClassifier.Guess> opening = Optional.empty();
    Optional<TextClassifier.Guess> followUp = Optional.empty();
    Optional<Locale> language = Optional.empty();
    List<Ticket> open = List.of();
    Optional<Facts.Named> named = Optional.empty();
    Optional<Transfer> transfer = Optional.empty();
    Facts.Alert alert = Facts.Alert.NONE;
    boolean working = true;
    Instant now = NOW;
    boolean latest = true;

    Stage() {
        this(SHIPPED);
    }

    Stage(DialoguePolicy policy) {
        engine = new Engine(policy);
    }

    static Ticket ticket(TicketStatus status) {
        return ticket(CODE, status);
    }

    static Ticket ticket(TicketCode code, TicketStatus status) {
        return ticket(code, status, Optional.empty());
    }

    static Ticket ticket(TicketCode code, TicketStatus status, Optional<Rating> rating) {
        return ticket(code, status, rating, "jalan-rusak");
    }

    static Ticket ticket(TicketCode code, String category) {
        return ticket(code, TicketStatus.NEW, Optional.empty(), category);
    }

    private static Ticket ticket(TicketCode code, TicketStatus status, Optional<Rating> rating, String category) {
        return new Ticket(
                code,
                3,
                new Ticket.Report(
                        TicketType.COMPLAINT,
                        "jalan rusak",
                        "jalan rusak",
                        Optional.empty(),
                        Optional.empty(),
                        Visibility.NAME_HIDDEN,
                        true,
                        Optional.of(7L),
                        "web",
                        Locale.of("id"),
                        Optional.empty()),
                new Ticket.Routing(category, "dinas-pupr", JAKARTA, Optional.empty()),
                new Ticket.Progress(status, Optional.empty(), rating),
                new Ticket.Clocks(NOW, NOW, Optional.empty(), new Ticket.LegalBasis.Finished("")));
    }

    static Answer.Found found(String slug) {
        return found(slug, "id");
    }

    static Answer.Found found(String slug, String language) {
        ArticleVersion version = new ArticleVersion(
                slug,
                "sim",
                Locale.of(language),
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

    Facts facts() {
        Facts.Office office =
                new Facts.Office(JAKARTA, working, Instant.parse("2026-03-25T00:30:00Z"), Map.of("jalan-rusak", 5));
        Map<String, Facts.Office> offices = DESK.categories().stream()
                .map(category -> category.unit())
                .distinct()
                .collect(Collectors.toMap(unit -> unit, _ -> office));
        return new Facts(
                language,
                act,
                taskAct,
                danger,
                opening,
                followUp,
                answers,
                left,
                suggestion,
                DESK.categories(),
                named,
                open,
                latest ? open.stream().findFirst().or(() -> named.flatMap(Facts.Named::ticket)) : Optional.empty(),
                offices,
                transfer,
                List.of(),
                alert,
                Facts.Line.OPEN,
                TicketCode.random(),
                TicketCode.anonymousReceipt());
    }

    Decision say(InboundMessage message) {
        Decision decision = engine.decide(conversation, message, facts(), now);
        conversation = decision.after();
        return decision;
    }

    Decision say(String text) {
        return say(InboundMessage.text("test", "m", NOW, "web", CITIZEN, text));
    }

    /** Says something that the model of task acts takes for an act. */
    Decision does(String act, double confidence, String text) {
        taskAct = Optional.of(new TextClassifier.Guess(act, confidence));
        return say(text);
    }

    /** The report that is being written. */
    Draft draft() {
        return conversation.state().draft().orElseThrow();
    }

    Decision pick(String choice) {
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

    /** A message of nothing but a place or files. */
    Decision send(Optional<Location> place, List<Attachment> files) {
        return say(new InboundMessage(
                "test", "m", NOW, "web", CITIZEN, "", Optional.empty(), place, files, Optional.empty()));
    }
}
