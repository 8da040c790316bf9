package id.pendopo.knowledge;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How a visitor came to an article, as its address says, which anybody may write.
 *
 * @param via the channel that named it; empty for the help centre itself
 * @param q what they looked for there, at most 300 characters; empty where nobody knows
 */
record Met(String via, String q) {

    private static final int MOST_CHARACTERS = 300;

    Met(@Nullable String via, @Nullable String q) {
        String asked = Objects.requireNonNullElse(q, "").strip();
        this.via = Channel.of(Objects.requireNonNullElse(via, "")).key();
        this.q = asked.substring(0, Math.min(MOST_CHARACTERS, asked.length()));
    }

    Channel channel() {
        return Channel.of(via);
    }

    /** The page of the article after somebody said something there. */
    String page(String slug, HelpVisitor.Said said) {
        UriComponentsBuilder page =
                UriComponentsBuilder.fromPath("/help/{slug}").queryParam("said", said.key());
        if (channel() != Channel.WEB) {
            page.queryParam("via", via);
        }
        if (!q.isEmpty()) {
            page.queryParam("q", "{q}");
        }
        return page.fragment("helpful").encode().build(slug, q).toString();
    }
}
