package id.pendopo.config.office;

import id.pendopo.channels.ChannelAccounts;
import id.pendopo.config.agency.AgencySettings;
import id.pendopo.config.security.Person;
import id.pendopo.ui.MenuEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that leads through the first ten minutes of a new desk, step by step. */
@Controller
@RequestMapping(StartPage.PATH)
@PreAuthorize("hasAuthority('admin')")
class StartPage {

    static final String PATH = "/admin/start";

    private final FirstSteps steps;
    private final AgencySettings agency;
    private final PublicAddress address;
    private final MessageSource messages;

    StartPage(FirstSteps steps, AgencySettings agency, PublicAddress address, MessageSource messages) {
        this.steps = steps;
        this.agency = agency;
        this.address = address;
        this.messages = messages;
    }

    /**
     * A line that is switched on.
     *
     * @param webhook what its provider is given; empty for one that has none
     */
    record Line(String name, String kind, String webhook, boolean heard) {}

    /** A line that lacks something: the environment variables to set. */
    record Lacking(String name, List<String> variables) {}

    @GetMapping
    String show(Model model, Locale language) {
        FirstSteps.Facts facts = steps.now();
        model.addAttribute("title", messages.getMessage("config.start.title", null, language));
        model.addAttribute("facts", facts);
        model.addAttribute("left", left(facts));
        model.addAttribute("named", agency.name());
        model.addAttribute("publicUrl", address.url());
        model.addAttribute(
                "unitNames", facts.units().stream().map(one -> one.in(language)).collect(Collectors.joining(", ")));
        model.addAttribute(
                "agentNames", facts.agents().stream().map(Person::name).collect(Collectors.joining(", ")));
        model.addAttribute("lines", facts.lines().stream().map(this::line).toList());
        model.addAttribute(
                "lacking", facts.incomplete().stream().map(StartPage::lacking).toList());
        return "config/start";
    }

    private static int left(FirstSteps.Facts facts) {
        return (facts.named() ? 0 : 1)
                + (facts.units().isEmpty() ? 1 : 0)
                + (facts.connected() ? 0 : 1)
                + (facts.agents().isEmpty() ? 1 : 0)
                + (facts.heard() && facts.answered() ? 0 : 1);
    }

    private Line line(FirstSteps.Line line) {
        String name = line.account().name();
        return new Line(name, line.account().kind(), line.visited() ? address.webhook(name) : "", line.heard());
    }

    private static Lacking lacking(ChannelAccounts.Incomplete line) {
        return new Lacking(
                line.account(),
                line.missing().stream()
                        .map(property ->
                                property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                        .toList());
    }

    @PostMapping("/check")
    String check(RedirectAttributes next) {
        next.addFlashAttribute("notice", address.answers() ? "config.start.reached" : "config.start.unreached");
        return "redirect:" + PATH + "#line";
    }

    /** The page's place in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        MenuEntry startMenuEntry() {
            return new MenuEntry(PATH, "config.menu.start", "admin", 79);
        }
    }
}
