package id.pendopo.channels.web.chat;

import id.pendopo.ui.CountryPack;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The languages that the chat speaks: those of the pages. */
@Component
final class ChatLanguage {

    private static final String COOKIE = "lang";

    private final CountryPack pack;

    ChatLanguage(CountryPack pack) {
        this.pack = pack;
    }

    /** A language by its tag, {@code en} or {@code en-AU}; empty when the chat does not speak it. */
    Optional<Locale> named(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return pack.languages("pages").stream()
                .filter(spoken -> spoken.getLanguage().equals(language))
                .findFirst();
    }

    /** The language that the citizen chose on our pages; empty if the pages' own was never changed. */
    Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).flatMap(cookie -> named(cookie.getValue()));
    }
}
