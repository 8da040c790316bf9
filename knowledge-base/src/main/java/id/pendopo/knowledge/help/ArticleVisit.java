package id.pendopo.knowledge.help;

import id.pendopo.knowledge.feedback.ReferringChannel;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Query parameters of an article page: how a visitor came to an article, as its address says, which anybody may write.
 *
 * @param via the channel that named it; empty for the help centre itself
 * @param text the language of the text that they chose, two letters; empty for the page's own
 * @param q what they looked for there, at most 300 characters; empty where nobody knows
 */
record ArticleVisit(String via, String text, String q) {

    private static final int MOST_CHARACTERS = 300;

    ArticleVisit(@Nullable String via, @Nullable String text, @Nullable String q) {
        String asked = Objects.requireNonNullElse(q, "").strip();
        this.via = ReferringChannel.of(Objects.requireNonNullElse(via, "")).key();
        this.text = text != null && text.matches("[a-z]{2}") ? text : "";
        this.q = asked.substring(0, Math.min(MOST_CHARACTERS, asked.length()));
    }

    ReferringChannel channel() {
        return ReferringChannel.of(via);
    }

    Optional<Locale> chosen() {
        return text.isEmpty() ? Optional.empty() : Optional.of(Locale.of(text));
    }

    /** The page of the article after somebody said something there. */
    String page(String slug, HelpVisitor.Said said) {
        UriComponentsBuilder page =
                UriComponentsBuilder.fromPath("/help/{slug}").queryParam("said", said.key());
        if (!channel().equals(ReferringChannel.HELP_CENTRE)) {
            page.queryParam("via", via);
        }
        if (!text.isEmpty()) {
            page.queryParam("text", text);
        }
        if (!q.isEmpty()) {
            page.queryParam("q", "{q}");
        }
        return page.fragment("helpful").encode().build(slug, q).toString();
    }
}
