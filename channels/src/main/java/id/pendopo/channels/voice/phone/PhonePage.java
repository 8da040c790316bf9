package id.pendopo.channels.voice.phone;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.voice.TwilioVoiceAdapter;
import id.pendopo.channels.voice.TwilioVoiceProperties;
import id.pendopo.ui.MenuEntry;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The call simulator. A telephone on a page, for the demonstration alone: calls the desk's own lines as Twilio would.
 */
@Controller
@Profile("demo")
@RequestMapping("/admin/phone")
@PreAuthorize("hasAuthority('admin')")
class PhonePage {

    private static final String SESSION = "phone";
    private static final String NUMBER = "+6281255501099";
    private static final int TEXTS = 10;
    private static final int MOST_CALLS = 50;
    private static final int MESSAGE_SECONDS = 12;
    private static final double CLEARLY = 0.9;
    private static final double UNCLEARLY = 0.2;

    private final ChannelAccounts lines;
    private final Outbox outbox;
    private final MessageSource words;
    private final Environment environment;
    private final HttpClient http = HttpClient.newHttpClient();

    /** The demonstration's calls, the latest ones; a session holds a call's name alone. */
    private final Map<String, Phone> phones = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Phone> eldest) {
            return size() > MOST_CALLS;
        }
    });

    PhonePage(ChannelAccounts lines, Outbox outbox, MessageSource words, Environment environment) {
        this.lines = lines;
        this.outbox = outbox;
        this.words = words;
        this.environment = environment;
    }

    /** A call as one browser makes it. */
    private record Phone(String number, PhoneCall call) {}

    @GetMapping
    String show(HttpSession session, Model model, Locale locale) {
        Optional<Phone> phone = phone(session);
        model.addAttribute("title", words.getMessage("phone.title", null, locale));
        model.addAttribute("line", line().isPresent());
        model.addAttribute("number", phone.map(Phone::number).orElse(NUMBER));
        model.addAttribute("heard", phone.map(one -> one.call().heard()).orElse(List.of()));
        model.addAttribute("waiting", phone.map(one -> one.call().waiting()).orElse(PhoneCall.Waiting.ENDED));
        model.addAttribute("texts", texts(phone.map(Phone::number).orElse(NUMBER)));
        return "channels/phone";
    }

    @PostMapping("/call")
    String call(@RequestParam("number") String number, HttpSession session) throws IOException {
        ChannelAccount account = line().orElseThrow();
        TwilioVoiceProperties settings = account.settings(TwilioVoiceProperties.class);
        URI server = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
        PhoneWebhooks desk = new PhoneWebhooks(
                http, server, URI.create(environment.getRequiredProperty("pendopo.public-url")), settings.authToken());
        String caller = number.isBlank() ? "anonymous" : number.replaceAll("[\\s-]", "");
        PhoneCall call = new PhoneCall(desk, account.name(), settings.accountSid(), caller, settings.from());
        String name = UUID.randomUUID().toString();
        phones.put(name, new Phone(caller, call));
        session.setAttribute(SESSION, name);
        call.dial();
        return "redirect:/admin/phone";
    }

    @PostMapping("/keys")
    String keys(@RequestParam("keys") String keys, HttpSession session) throws IOException {
        String pressed = keys.replaceAll("[^0-9*#]", "");
        return act(session, PhoneCall.Waiting.CALLER, call -> call.press(pressed));
    }

    @PostMapping("/words")
    String words(
            @RequestParam("words") String said,
            @RequestParam(name = "unclear", defaultValue = "false") boolean unclear,
            HttpSession session)
            throws IOException {
        return act(session, PhoneCall.Waiting.CALLER, call -> {
            if (said.isBlank()) {
                call.keepSilent();
            } else {
                call.say(said.strip(), unclear ? UNCLEARLY : CLEARLY);
            }
        });
    }

    /** A message of so many seconds; what was said in it lies nowhere. */
    @PostMapping("/message")
    String message(HttpSession session) throws IOException {
        URI api = line().orElseThrow().settings(TwilioVoiceProperties.class).apiBaseUrl();
        return act(
                session,
                PhoneCall.Waiting.MESSAGE,
                call -> call.leaveMessage(
                        api.resolve("/2010-04-01/Accounts/AC0/Recordings/RE"
                                + call.sid().substring(2)),
                        MESSAGE_SECONDS));
    }

    @PostMapping("/person")
    String person(@RequestParam("status") String status, HttpSession session) throws IOException {
        String known = status.equals("completed") ? status : "no-answer";
        return act(session, PhoneCall.Waiting.PERSON, call -> call.personAnswers(known));
    }

    @PostMapping("/end")
    String end(HttpSession session) throws IOException {
        Optional<Phone> phone = phone(session);
        if (phone.isPresent()) {
            phone.get().call().hangUp();
        }
        return "redirect:/admin/phone";
    }

    private interface Act {
        void on(PhoneCall call) throws IOException;
    }

    /** A page that is older than the call does nothing. */
    private String act(HttpSession session, PhoneCall.Waiting when, Act act) throws IOException {
        Optional<PhoneCall> call = phone(session).map(Phone::call).filter(one -> one.waiting() == when);
        if (call.isPresent()) {
            act.on(call.get());
        }
        return "redirect:/admin/phone";
    }

    private Optional<Phone> phone(HttpSession session) {
        return session.getAttribute(SESSION) instanceof String name
                ? Optional.ofNullable(phones.get(name))
                : Optional.empty();
    }

    private Optional<ChannelAccount> line() {
        return lines.all().stream()
                .filter(account -> account.kind().equals(TwilioVoiceAdapter.KIND))
                .findFirst();
    }

    /** What the same number got in writing, the newest last. */
    private List<String> texts(String number) {
        return line().flatMap(account -> lines.written(new Address(account.name(), number))).stream()
                .flatMap(address -> outbox.latest(address, TEXTS).stream())
                .map(sent -> sent.message().blocks().stream()
                        .filter(Block.Text.class::isInstance)
                        .map(block -> ((Block.Text) block).briefly())
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    /** The page's place in the menu of the administration. */
    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    static class Menu {

        @Bean
        MenuEntry phoneMenuEntry() {
            return new MenuEntry("/admin/phone", "phone.menu", "admin", 90);
        }
    }
}
