package id.pendopo.channels.web.chat;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.web.WebAccounts;
import id.pendopo.channels.web.WebProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.CorsUtils;

/**
 * The CORS configuration. Which sites' pages may use the chat: those of the lines' {@code allowed-origins}, and our
 * own.
 */
@Component
final class ChatOrigins implements CorsConfigurationSource {

    private static final long AN_HOUR = 3600;

    private final WebAccounts accounts;
    private final Optional<String> own;

    ChatOrigins(WebAccounts accounts, @Value("${pendopo.public-url:/}") URI publicUrl) {
        this.accounts = accounts;
        this.own = publicUrl.getAuthority() == null
                ? Optional.empty()
                : Optional.of(publicUrl.getScheme() + "://" + publicUrl.getAuthority());
    }

    /** Whether a page of this site may begin a chat on this line. */
    boolean allows(ChannelAccount account, String origin, HttpServletRequest request) {
        return !CorsUtils.isCorsRequest(request)
                || own.filter(origin::equalsIgnoreCase).isPresent()
                || account.settings(WebProperties.class).allowedOrigins().stream()
                        .anyMatch(origin::equalsIgnoreCase);
    }

    /** A browser asks before it says which line it means, so every line's sites may ask. */
    @Override
    public CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        List<String> origins = new ArrayList<>();
        own.ifPresent(origins::add);
        accounts.all()
                .forEach(account ->
                        origins.addAll(account.settings(WebProperties.class).allowedOrigins()));
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, "Last-Event-ID"));
        cors.setExposedHeaders(List.of(HttpHeaders.RETRY_AFTER));
        cors.setMaxAge(AN_HOUR);
        return cors;
    }
}
