package id.pendopo.conversation.dialogue;

import id.pendopo.channels.Limits;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a decision may look at beyond the conversation and the message; gathered before the turn's transaction.
 *
 * @param language the language of the message, empty when it does not show
 * @param act what kind of utterance it is
 * @param taskAct what the message does as an answer to what the desk asked, where it asked something
 * @param danger who would help, and how sure it is that life is in danger
 * @param opening what the message is if nothing was spoken of before
 * @param followUp what the message does about a ticket, where its writer has one
 * @param answers what the knowledge base says, one for each question in the message
 * @param left the other parts of a message of which some parts were answered
 * @param suggestion the category that the message is likely about
 * @param named the ticket that the message or the conversation's last question names
 * @param open the conversation's tickets that are not finished, newest first
 * @param latest the conversation's newest ticket
 * @param offices when the units are there, by the unit's key
 * @param transfer what is known of the way to or from another conversation, where the message asks for it
 * @param tried what was tried to prove or to open something, in the judgement of this moment
 * @param alert how far alarms are, or a new one would be
 * @param line what the line allows now
 * @param fresh a code for a new ticket
 * @param receipt a code for an anonymous report
 */
public record Facts(
        Optional<Locale> language,
        Optional<TextClassifier.Guess> act,
        Optional<TextClassifier.Guess> taskAct,
        Optional<TextClassifier.Guess> danger,
        Optional<TextClassifier.Guess> opening,
        Optional<TextClassifier.Guess> followUp,
        List<Answer> answers,
        List<String> left,
        Optional<Suggestions.Guess> suggestion,
        List<Category> categories,
        Optional<Named> named,
        List<Ticket> open,
        Optional<Ticket> latest,
        Map<String, Office> offices,
        Optional<Transfer> transfer,
        List<Try> tried,
        Alert alert,
        Line line,
        TicketCode fresh,
        TicketCode receipt) {

    public Facts {
        answers = List.copyOf(answers);
        left = List.copyOf(left);
        categories = List.copyOf(categories);
        open = List.copyOf(open);
        offices = Map.copyOf(offices);
        tried = List.copyOf(tried);
        if (categories.isEmpty()) {
            throw new IllegalArgumentException("a desk has at least one category");
        }
    }

    /** What the knowledge base found, in the order of the questions. */
    public List<Answer.Found> found() {
        return answers.stream()
                .filter(Answer.Found.class::isInstance)
                .map(Answer.Found.class::cast)
                .toList();
    }

    /** The same with this answer alone. */
    public Facts answering(Answer.Found found) {
        return new Facts(
                language,
                act,
                taskAct,
                danger,
                opening,
                followUp,
                List.of(found),
                left,
                suggestion,
                categories,
                named,
                open,
                latest,
                offices,
                transfer,
                tried,
                alert,
                line,
                fresh,
                receipt);
    }

    /** What the message is if nothing was spoken of before; {@code OTHER} where that is not at least so sure. */
    public Opening opens(double sure) {
        return opening.filter(guess -> guess.confidence() >= sure)
                .map(guess -> Opening.valueOf(guess.label().toUpperCase(Locale.ROOT)))
                .orElse(Opening.OTHER);
    }

    /** What the message does about a ticket that there is; {@code OTHER} where that is not at least so sure. */
    public FollowUp follows(double sure) {
        return followUp.filter(guess -> guess.confidence() >= sure)
                .map(guess -> FollowUp.valueOf(guess.label().toUpperCase(Locale.ROOT)))
                .orElse(FollowUp.OTHER);
    }

    /** The category of a key; the catch-all when there is none such. */
    public Category category(String key) {
        return categories.stream()
                .filter(category -> category.key().equals(key))
                .findFirst()
                .orElseGet(this::catchAll);
    }

    /** Working days within which an answer is promised, where the hours of the units were asked for. */
    public Optional<Integer> promised(Category category) {
        return Optional.ofNullable(offices.get(category.unit()))
                .map(office -> office.promised().get(category.key()));
    }

    /** Where everything goes that fits nowhere else. */
    public Category catchAll() {
        return categories.stream()
                .filter(category -> category.key().equals("lain-lain"))
                .findFirst()
                .orElseGet(categories::getLast);
    }

    /** The likely category, if the suggestion is at least this sure. */
    public Optional<Category> likely(double sure) {
        return suggestion
                .filter(guess -> guess.confidence() >= sure)
                .map(Suggestions.Guess::category)
                .flatMap(key -> categories.stream()
                        .filter(category -> category.key().equals(key))
                        .findFirst());
    }

    /**
     * What the line allows.
     *
     * @param verdict whether this citizen may be answered there today
     * @param pace from when on it answers no more
     */
    public record Line(Limits.ReplyPolicy.Verdict verdict, Pace.Limits pace) {

        /** A line without an operator. */
        public static final Line OPEN = new Line(Limits.ReplyPolicy.Verdict.OPEN, Pace.Limits.STANDARD);
    }

    /**
     * The alarms of emergencies.
     *
     * @param foreseen what opening one now would lead to, by its danger; empty when nobody asks
     * @param standing how far those are that there are
     */
    public record Alert(Map<Danger, Alarms.Standing> foreseen, Map<TicketCode, Alarms.Standing> standing) {

        public static final Alert NONE = new Alert(Map.of(), Map.of());

        public Alert {
            foreseen = Map.copyOf(foreseen);
            standing = Map.copyOf(standing);
        }

        /** Of a ticket that there is. */
        public Optional<Alarms.Standing> of(TicketCode code) {
            return Optional.ofNullable(standing.get(code));
        }

        /** Of one that is opened now. */
        public Optional<Alarms.Standing> of(Danger danger) {
            return Optional.ofNullable(foreseen.get(danger));
        }
    }

    /** The dialogue acts of a first message. */
    public enum Opening {
        /** Something is wrong somewhere. */
        COMPLAINT,
        /** Something could be done or made. */
        IDEA,
        /** Something was done well. */
        PRAISE,
        /** It asks nothing yet. */
        VAGUE,
        /** A question, or anything else. */
        OTHER
    }

    /** The dialogue acts about a ticket. */
    public enum FollowUp {
        /** Asks how far it is. */
        STATUS,
        THANKS,
        /** Tells more of it. */
        ADDED,
        /** It is mended. */
        SOLVED,
        /** It is not, although that was said. */
        UNSOLVED,
        /** Wants it dropped. */
        WITHDRAWN,
        /** Is angry with the desk. */
        ANGRY,
        /** Is about something else. */
        OTHER
    }

    /**
     * A ticket as the sender may see it.
     *
     * @param ticket empty when there is none of this code
     * @param sight how much the sender may see
     */
    public record Named(TicketCode code, Optional<Ticket> ticket, Sight sight) {}

    /** How much of a ticket somebody may see. */
    public enum Sight {
        /** State and next date. */
        CODE_ONLY,
        /** The four digits were wrong. */
        REFUSED,
        /** Too many wrong digits, or numbers of no ticket; not now. */
        LOCKED,
        /** Everything: it is the sender's own, or the digits were right. */
        FULL
    }

    /**
     * When a unit is there.
     *
     * @param opens the next moment at which somebody is there; now, while it is open
     * @param promised working days within which an answer is promised, by the category's key
     */
    public record Office(ZoneId zone, boolean open, Instant opens, Map<String, Integer> promised) {}
}
