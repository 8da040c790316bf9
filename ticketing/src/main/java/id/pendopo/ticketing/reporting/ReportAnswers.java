package id.pendopo.ticketing.reporting;

import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.reporting.ReportDraft.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The validator of the report form: judges an answer to a question; what it says is what to do. */
@Component
class ReportAnswers {

    /** The policy of every report form: a name is never published. The first is meant where nothing was chosen. */
    static final List<Visibility> OFFERED =
            List.of(Visibility.NAME_HIDDEN, Visibility.CONFIDENTIAL, Visibility.ANONYMOUS);

    private static final int MOST_TEXT = 4000;
    private static final int MOST_PLACE = 200;
    private static final int MOST_NAME = 80;
    private static final int LEAST_TEXT = 8;

    private final Tickets tickets;
    private final TicketLabels labels;

    ReportAnswers(Tickets tickets, TicketLabels labels) {
        this.tickets = tickets;
        this.labels = labels;
    }

    /** What is wrong with an answer; empty when it is taken. */
    Optional<String> wrong(Question question, String answer, Locale language) {
        return switch (question) {
            case TEXT ->
                answer.length() > MOST_TEXT
                        ? Optional.of(labels.say(language, "report.text.error.long", answer.length(), MOST_TEXT))
                        : unless(answer.length() >= LEAST_TEXT, "report.text.error", language);
            case CATEGORY ->
                unless(
                        tickets.categories().stream().anyMatch(one -> one.key().equals(answer)),
                        "report.category.error",
                        language);
            case PLACE ->
                answer.length() > MOST_PLACE
                        ? Optional.of(labels.say(language, "report.place.error", answer.length(), MOST_PLACE))
                        : Optional.empty();
            case WHO ->
                unless(OFFERED.stream().anyMatch(one -> one.name().equals(answer)), "report.who.error", language);
            case NAME -> unless(answer.length() <= MOST_NAME, "report.name.error", language);
            case CONTACT -> unless(answer.matches("(\\d{4})?"), "report.contact.error", language);
            case CHECK -> Optional.empty();
        };
    }

    private Optional<String> unless(boolean right, String key, Locale language) {
        return right ? Optional.empty() : Optional.of(labels.say(language, key));
    }
}
