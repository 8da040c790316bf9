package id.pendopo.ticketing.labels;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.lifecycle.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The attachments that came with a ticket's messages: named on the pages, opened by a link that lives for minutes. */
@Component
public class TicketFiles {

    private static final long KILOBYTE = 1024;

    /** A report's pictures may come before the report is sent. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private final ObjectProvider<Correspondence> correspondence;
    private final TicketTalk talk;
    private final TicketHistory history;
    private final TicketLabels labels;

    TicketFiles(
            ObjectProvider<Correspondence> correspondence,
            TicketTalk talk,
            TicketHistory history,
            TicketLabels labels) {
        this.correspondence = correspondence;
        this.talk = talk;
        this.history = history;
        this.labels = labels;
    }

    /**
     * A file on a page.
     *
     * @param opens whether it can be opened
     * @param picture whether it can be shown where it is named
     */
    public record Shown(String id, String label, boolean opens, boolean picture) {

        @Override
        public String toString() {
            return "Shown[" + id + "]";
        }
    }

    /** What came with one message. */
    public List<Shown> shown(Correspondence.Line line, Locale language) {
        return shown(line.files(), language);
    }

    /** What agents sent along with a reply, or may send. */
    public List<Shown> shown(Ticket ticket, List<String> ids, Locale language) {
        return shown(sent(ticket, ids), language);
    }

    public List<Shown> shown(List<Correspondence.File> files, Locale language) {
        return files.stream()
                .map(file -> new Shown(
                        file.id(),
                        label(file, language),
                        file.opens(),
                        file.opens() && kind(file.type()).equals("image")))
                .toList();
    }

    /** How an agent's files fare that are the ticket's. */
    public List<Correspondence.File> sent(Ticket ticket, List<String> ids) {
        return Optional.ofNullable(correspondence.getIfAvailable())
                .filter(_ -> !ids.isEmpty())
                .map(desk -> desk.files(ticket, ids))
                .orElse(List.of());
    }

    /** What agents sent, oldest first. */
    public List<Shown> agents(Ticket ticket, Locale language) {
        return shown(ticket, replied(ticket), language);
    }

    private List<String> replied(Ticket ticket) {
        return history.of(ticket.code()).stream()
                .flatMap(entry -> EventDescriptions.files(entry.event()).stream())
                .distinct()
                .toList();
    }

    /** What the reporter sent for this ticket. */
    public List<Shown> reporters(Ticket ticket, Locale language) {
        Instant since = ticket.opened().minus(BEFORE);
        return lines(ticket).stream()
                .filter(line -> line.author().equals("citizen") && line.at().isAfter(since))
                .flatMap(line -> shown(line, language).stream())
                .toList();
    }

    /**
     * Leads to a file that the desk may open.
     *
     * @param preview a picture in small
     * @throws ResponseStatusException 404 when it is not one of the ticket's, or not kept
     */
    public ModelAndView open(Ticket ticket, Viewer viewer, String id, boolean preview) {
        boolean known = talk.of(ticket, viewer, ticket.language()).stream()
                        .flatMap(line -> line.files().stream())
                        .anyMatch(file -> file.id().equals(id))
                || replied(ticket).contains(id);
        return lead(known ? link(id).map(link -> preview ? link + "&preview=true" : link) : Optional.empty());
    }

    /**
     * Leads to a file that the reporter sent, or that agents sent to the reporter.
     *
     * @throws ResponseStatusException as above
     */
    public ModelAndView openOwn(Ticket ticket, String id) {
        boolean own = reporters(ticket, ticket.language()).stream()
                        .anyMatch(file -> file.id().equals(id))
                || replied(ticket).contains(id);
        return lead(own ? link(id) : Optional.empty());
    }

    private static ModelAndView lead(Optional<String> link) {
        RedirectView redirect = new RedirectView(
                link.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)), true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }

    private Optional<String> link(String id) {
        return Optional.ofNullable(correspondence.getIfAvailable()).flatMap(desk -> desk.link(id));
    }

    private List<Correspondence.Line> lines(Ticket ticket) {
        return Optional.ofNullable(correspondence.getIfAvailable())
                .map(desk -> desk.transcript(ticket, ticket.language()))
                .orElse(List.of());
    }

    private String label(Correspondence.File file, Locale language) {
        String what = file.name().isEmpty() ? labels.say(language, "file.kind." + kind(file.type())) : file.name();
        long size = Math.max(1, file.size() / KILOBYTE);
        return file.opens()
                ? labels.say(language, "file.stored", what, size)
                : labels.say(language, "file." + file.standing(), what);
    }

    private static String kind(String type) {
        return switch (type.replaceFirst("/.*", "")) {
            case "image" -> "image";
            case "audio" -> "audio";
            default -> "document";
        };
    }
}
