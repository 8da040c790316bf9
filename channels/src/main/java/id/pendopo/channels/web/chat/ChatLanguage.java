package id.pendopo.channels.web.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/** The languages that the chat speaks: Indonesian and English. */
final class ChatLanguage {

    private static final String COOKIE = "lang";
    private static final List<String> SPOKEN = List.of("id", "en");

    private ChatLanguage() {}

    /** A language by its tag, {@code en} or {@code en-AU}; empty when the chat does not speak it. */
    static Optional<Locale> named(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return SPOKEN.contains(language) ? Optional.of(Locale.of(language)) : Optional.empty();
    }

    /** The language that the citizen chose on our pages; empty if the pages' own was never changed. */
    static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap(cookie -> named(cookie.getValue()));
    }
}
