package id.pendopo.channels.gateway.pages;

import id.pendopo.channels.DeliveryReasons;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.gateway.outbound.CircuitBreakers;
import id.pendopo.channels.gateway.outbound.OutboxRow;
import id.pendopo.channels.gateway.outbound.OutboxRows;
import id.pendopo.ui.DateLabels;
import id.pendopo.ui.MenuEntry;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The queue and dead-letter page: where a supervisor sees what did not get out yet, reads why, and sends it again. */
@Controller
@RequestMapping("/desk/outbox")
@PreAuthorize("hasAnyAuthority('desk:supervise', 'admin')")
class OutboxPage {

    private static final int ROWS = 50;

    private final OutboxRows rows;
    private final Outbox outbox;
    private final VisibleMessages visible;
    private final CircuitBreakers breakers;
    private final DeliveryReasons reasons;
    private final MessageSource words;
    private final ZoneId zone;

    OutboxPage(
            OutboxRows rows,
            Outbox outbox,
            VisibleMessages visible,
            CircuitBreakers breakers,
            DeliveryReasons reasons,
            MessageSource words,
            Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.visible = visible;
        this.breakers = breakers;
        this.reasons = reasons;
        this.words = words;
        this.zone = clock.getZone();
    }

    @GetMapping
    String show(
            @RequestParam(name = "before", defaultValue = "") String before,
            @Nullable Principal who,
            Model model,
            Locale locale) {
        List<OutboxRow> found = rows.attention(OutboxRows.Place.parse(before), ROWS + 1);
        List<OutboxRow> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("title", words.getMessage("outbox.title", null, locale));
        model.addAttribute("resting", resting(locale));
        model.addAttribute(
                "rows",
                visible.of(shown, who).stream()
                        .map(row -> connected(row, locale))
                        .toList());
        if (found.size() > ROWS) {
            OutboxRow last = shown.getLast();
            model.addAttribute("next", new OutboxRows.Place(last.changed(), last.id()).toString());
        }
        return "channels/outbox";
    }

    private List<String> resting(Locale locale) {
        return breakers.resting().entrySet().stream()
                .map(connected -> words.getMessage(
                        "outbox.resting",
                        new Object[] {connected.getKey(), when(connected.getValue(), locale)},
                        locale))
                .toList();
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable("id") long id, @Nullable Principal who, RedirectAttributes attributes) {
        boolean known = rows.find(id).filter(row -> visible.shows(row, who)).isPresent();
        attributes.addFlashAttribute("notice", known && outbox.retry(id) ? "outbox.again" : "outbox.nothing");
        return "redirect:/desk/outbox";
    }

    private ConnectedAccount connected(OutboxRow row, Locale locale) {
        String why = row.reason().map(reason -> reasons.inWords(reason, locale)).orElse("");
        return new ConnectedAccount(
                row.id(),
                row.to().account(),
                row.to().masked(),
                row.author().name(),
                row.state().name(),
                why,
                row.attempts(),
                row.possibleDuplicate(),
                when(row.at(), locale),
                row.due().filter(_ -> row.state() == Outbox.State.RETRY).map(due -> when(due, locale)),
                row.replayable());
    }

    private String when(Instant at, Locale locale) {
        return DateLabels.dateAndTime(at.atZone(zone), locale);
    }

    /** A row in words. */
    record ConnectedAccount(
            long id,
            String account,
            String to,
            String author,
            String state,
            String why,
            int attempts,
            boolean possibleDuplicate,
            String at,
            Optional<String> due,
            boolean replayable) {}

    /** The page's place in the desk's menu. */
    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuEntry outboxMenuEntry() {
            return new MenuEntry("/desk/outbox", "outbox.menu", "desk:supervise", 60);
        }
    }
}
