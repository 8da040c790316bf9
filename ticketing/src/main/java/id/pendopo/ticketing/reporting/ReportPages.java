package id.pendopo.ticketing.reporting;

import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.PromisedTime;
import id.pendopo.ticketing.Suggestions;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.reporting.ReportDraft.Question;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.QrPicture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The models and views of the report form: one question each, what to check, and the code at the end. */
@Component
class ReportPages {

    private static final double WORTH_SAYING = 0.3;

    private final Tickets tickets;
    private final ObjectProvider<Suggestions> suggestions;
    private final EventDescriptions events;
    private final TicketLabels labels;
    private final CountryPack pack;

    ReportPages(
            Tickets tickets,
            ObjectProvider<Suggestions> suggestions,
            EventDescriptions events,
            TicketLabels labels,
            CountryPack pack) {
        this.pack = pack;
        this.tickets = tickets;
        this.suggestions = suggestions;
        this.events = events;
        this.labels = labels;
    }

    record Option(String value, String label, String words, boolean chosen) {}

    /** A line of what to check; {@code key} is the question that changes it. */
    record Line(String key, String name, String words) {}

    ModelAndView start(boolean gone, Locale language) {
        return page("ticketing/report-start", "report.title", language)
                .addObject("gone", gone)
                .addObject("emergency", pack.setting("emergency").orElse(""))
                .addObject("key", IdempotencyKey.draw());
    }

    ModelAndView question(ReportDraft draft, Question question, String answer, String error, Locale language) {
        return page("ticketing/report", "report." + question.key(), language)
                .addObject("question", question.key())
                .addObject("number", question.ordinal() + 1)
                .addObject("back", back(question))
                .addObject("answer", answer)
                .addObject("error", error)
                .addObject("options", options(draft, question, answer, language))
                .addObject("suggested", question == Question.CATEGORY ? suggested(draft) : Optional.empty());
    }

    private static String back(Question question) {
        return question == Question.TEXT ? "" : "/" + Question.values()[question.ordinal() - 1].key();
    }

    private List<Option> options(ReportDraft draft, Question question, String answer, Locale language) {
        return switch (question) {
            case CATEGORY -> categories(draft, answer, language);
            case WHO ->
                ReportAnswers.OFFERED.stream()
                        .map(who -> new Option(
                                who.name(),
                                labels.say(language, "report.who." + who),
                                labels.say(language, "report.who." + who + ".words"),
                                who.name().equals(answer)
                                        || answer.isEmpty() && who == ReportAnswers.OFFERED.getFirst()))
                        .toList();
            case TEXT, PLACE, NAME, CONTACT, CHECK -> List.of();
        };
    }

    /** The likely one first, the rest in their order. */
    private List<Option> categories(ReportDraft draft, String answer, Locale language) {
        Optional<String> likely = suggested(draft);
        List<Option> all = tickets.categories().stream()
                .map(one ->
                        new Option(one.key(), one.name(language), "", one.key().equals(answer)))
                .toList();
        return Stream.concat(
                        all.stream().filter(one -> likely.equals(Optional.of(one.value()))),
                        all.stream().filter(one -> !likely.equals(Optional.of(one.value()))))
                .toList();
    }

    private Optional<String> suggested(ReportDraft draft) {
        return Optional.ofNullable(suggestions.getIfAvailable())
                .flatMap(help -> help.category(draft.text()))
                .filter(guess -> guess.confidence() >= WORTH_SAYING)
                .map(Suggestions.Guess::category);
    }

    ModelAndView check(ReportDraft draft, Locale language) {
        return page("ticketing/report-check", "report.check", language)
                .addObject("key", draft.key())
                .addObject("lines", lines(draft, language));
    }

    private List<Line> lines(ReportDraft draft, Locale language) {
        String place = draft.place().isEmpty() ? labels.say(language, "report.check.place.none") : draft.place();
        String key = draft.digits().isEmpty()
                ? labels.say(language, "report.check.contact.none")
                : labels.say(language, "report.check.contact.digits", draft.digits());
        Stream<Line> always = Stream.of(
                line("text", draft.text(), language),
                line("category", events.category(draft.category(), language), language),
                line("place", place, language),
                line("who", labels.say(language, "report.who." + draft.who()), language));
        String name = draft.name().isEmpty() ? labels.say(language, "report.check.name.none") : draft.name();
        Stream<Line> named = Stream.of(line("name", name, language), line("contact", key, language));
        return Stream.concat(always, draft.anonymous() ? Stream.empty() : named).toList();
    }

    private Line line(String key, String value, Locale language) {
        return new Line(key, labels.say(language, "report.check." + key), value);
    }

    ModelAndView done(ReportDraft draft, Ticket ticket, String address, Locale language) {
        QrPicture picture = QrPicture.of(address);
        return page("ticketing/report-done", "report.done", language)
                .addObject("code", ticket.code().grouped())
                .addObject("track", "/track/" + ticket.code())
                .addObject("receipt", ticket.code().digits().length() > 10)
                .addObject("picture", picture)
                .addObject("due", due(ticket, language))
                .addObject("who", labels.say(language, "report.who." + draft.who() + ".words"));
    }

    private String due(Ticket ticket, Locale language) {
        return ticket.promised()
                .map(at -> labels.say(
                        language,
                        "report.done.due",
                        events.unit(ticket.unit(), language),
                        new PromisedTime(at, ticket.zone()).words(language)))
                .orElse("");
    }

    private ModelAndView page(String view, String title, Locale language) {
        return new ModelAndView(view).addObject("title", labels.say(language, title));
    }
}
