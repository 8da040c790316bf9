package id.pendopo.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Attachments;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.web.chat.ChatViews;
import id.pendopo.channels.web.sessions.ChatSession;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web chat: the JSON of the chat API, and the bubble of the page {@code /chat}. */
class WebSnapshotsTests extends LineSnapshots {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final ChatSession VISITOR = new ChatSession("3f1c2b9a7d604e58", "web", Optional.of(Locale.of("id")));
    private static final AccountSettings SETTINGS =
            new WebProperties(List.of(), URI.create("/"), ZoneId.of("Asia/Jakarta"));
    private static final ChannelAccount ACCOUNT = new ChannelAccount("web", WebAdapter.KIND, SETTINGS);
    private static final Pattern BUBBLE = Pattern.compile("(?s)<li [^>]*data-id=.*?</li>");

    private final WebAdapter adapter = new WebAdapter();
    private final SpringTemplateEngine templates = templates();

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) {
        String bubble = bubble(sample);
        String shown = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json(sample));
        return new Delivered(shown + "\n" + bubble, words(bubble));
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        JsonNode reply = json(sample).at("/replies/0");
        for (Block block : sample.blocks()) {
            if (block instanceof Block.Text said) {
                assertThat(reply.path("text").asString()).contains(said.text());
                assertThat(delivered.words()).contains(said.text().replaceAll("[ \t]+", " "));
            }
        }
        for (Choice choice : sample.choices()) {
            assertThat(reply.path("choices").findValuesAsString("label")).contains(choice.label());
            assertThat(bubble(sample)).contains("value=\"" + choice.id() + "\"");
            assertThat(delivered.words()).contains(choice.label());
        }
        assertThat(bubble(sample)).doesNotContain("<script", "style=", "onclick", "href=\"\"", "<formulir>", "<form>");
    }

    private JsonNode json(Sample sample) {
        return JsonMapper.shared()
                .readTree(adapter.render(
                                ACCOUNT,
                                new TurnAnswer(
                                        Optional.empty(), 7, List.of(sample.to(VISITOR.address(), sample.blocks()))))
                        .body());
    }

    private static String words(String bubble) {
        return HtmlUtils.htmlUnescape(
                        bubble.replaceAll("</(?:p|button|b|time)>", "\n").replaceAll("<[^>]*>", ""))
                .replaceAll("[ \t]+", " ");
    }

    private String bubble(Sample sample) {
        Outbox.Sent sent = new Outbox.Sent(
                1, sample.to(VISITOR.address(), sample.blocks()).message(), NOW, Outbox.State.SENT, Optional.empty());
        ChatViews views = new ChatViews(
                knowing(Inbox.class, "latest", List.of()),
                knowing(Outbox.class, "latest", List.of(sent)),
                knowing(Attachments.class, "link", Optional.empty()),
                new WebAccounts(knowing(ChannelAccounts.class, "find", Optional.of(ACCOUNT))),
                Clock.fixed(NOW, ZoneOffset.UTC));
        String page = page(views.model(VISITOR, messages(), sample.language()), sample.language());
        Matcher bubble = BUBBLE.matcher(page);
        assertThat(bubble.find()).as(page).isTrue();
        // The name of the next message is drawn by lot.
        return bubble.group()
                .replaceAll("(name=\"clientId\" value=)\"[^\"]*\"", "$1\"…\"")
                .replaceAll("(?m)^ {8}(?! )", "  ")
                .replaceAll("(?m)^ {8}", "    ")
                .replaceAll("(?m)^ +\\n", "")
                .replaceAll("\\n +</li>", "\n</li>");
    }

    private String page(Map<String, Object> model, Locale language) {
        MockServletContext servlet = new MockServletContext();
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()),
                language,
                model);
        return templates.process("channels/chat", context);
    }

    /** One that answers one question, and is asked no other. */
    private static <T> T knowing(Class<T> type, String question, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
            assertThat(method.getName()).isEqualTo(question);
            return answer;
        }));
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages());
        return engine;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/channels");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
