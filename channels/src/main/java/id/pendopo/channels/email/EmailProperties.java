package id.pendopo.channels.email;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.adapter.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mailbox that is read by IMAP and written from by SMTP.
 *
 * @param from our address, with a name before it or without: {@code Layanan Warga <layanan@kota.go.id>}
 * @param oauth logs in by tokens instead of passwords, at both servers
 * @param authservId by what name our own mail exchanger signs its {@code Authentication-Results}; empty: none is believed
 * @param refuseForged whether what our own mail exchanger calls forged (DMARC) is dropped
 * @param plusAddresses whether our server delivers {@code layanan+anything@kota.go.id} to {@code layanan}: replies to what was
 *     said of a ticket then name it in their address
 * @param backlog how old an unread mail may be that is taken in when a folder is read for the first time
 */
record EmailProperties(
        @DefaultValue("") String from,
        @DefaultValue Imap imap,
        @DefaultValue Smtp smtp,
        @DefaultValue OAuth oauth,
        @DefaultValue("") String authservId,
        @DefaultValue("false") boolean refuseForged,
        @DefaultValue("false") boolean plusAddresses,
        @DefaultValue("3d") Duration backlog)
        implements AccountSettings {

    EmailProperties {
        if (!from.isBlank()) {
            parsed(from);
        }
    }

    /** A mail server as a client sees it. */
    sealed interface Server permits Imap, Smtp {

        String host();

        int port();

        String username();

        String password();

        /** TLS from the first byte on. */
        boolean ssl();

        /** Without {@code ssl}: nothing is said before TLS has begun, but to this very machine. */
        boolean starttls();

        /** Whether the server is this machine, where nobody listens in. */
        default boolean local() {
            String name = host().toLowerCase(Locale.ROOT);
            return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
        }
    }

    /**
     * Where mail is read.
     *
     * @param port 0: 993, or 143 without {@code ssl}
     * @param folders each is read for itself
     * @param every how often a server is asked that does not tell by itself (IDLE)
     */
    record Imap(
            @DefaultValue("") String host,
            @DefaultValue("0") int port,
            @DefaultValue("") String username,
            @Secret @DefaultValue("") String password,
            @DefaultValue("true") boolean ssl,
            @DefaultValue("true") boolean starttls,
            @DefaultValue("INBOX") List<String> folders,
            @DefaultValue("30s") Duration every)
            implements Server {

        @Override
        public int port() {
            return port != 0 ? port : ssl ? 993 : 143;
        }

        @Override
        public String toString() {
            return "Imap[REDACTED]";
        }
    }

    /**
     * Where mail is handed in.
     *
     * @param port 0: 587, or 465 with {@code ssl}
     * @param username empty: the server takes our mail without a log-in
     */
    record Smtp(
            @DefaultValue("") String host,
            @DefaultValue("0") int port,
            @DefaultValue("") String username,
            @Secret @DefaultValue("") String password,
            @DefaultValue("false") boolean ssl,
            @DefaultValue("true") boolean starttls)
            implements Server {

        @Override
        public int port() {
            return port != 0 ? port : ssl ? 465 : 587;
        }

        @Override
        public boolean ssl() {
            return ssl || port == 465;
        }

        @Override
        public String toString() {
            return "Smtp[REDACTED]";
        }
    }

    /**
     * A log-in by OAuth 2.0 (XOAUTH2).
     *
     * @param token an access token, where somebody else renews it; otherwise the desk gets one by the refresh token
     * @param tokenUrl where the provider gives them out
     */
    record OAuth(
            @Secret @DefaultValue("") String token,
            @DefaultValue("") String tokenUrl,
            @DefaultValue("") String clientId,
            @Secret @DefaultValue("") String clientSecret,
            @Secret @DefaultValue("") String refreshToken) {

        boolean used() {
            return !token.isBlank() || !refreshToken.isBlank();
        }

        @Override
        public String toString() {
            return "OAuth[REDACTED]";
        }
    }

    /** Our address, as letters show it. */
    InternetAddress sender() {
        return parsed(from);
    }

    private static InternetAddress parsed(String from) {
        try {
            return new InternetAddress(from, true);
        } catch (AddressException wrong) {
            throw new IllegalArgumentException("from is no mail address", wrong);
        }
    }

    @Override
    public URI apiBaseUrl() {
        String host = imap.host().isBlank() ? "localhost" : imap.host();
        return URI.create((imap.ssl() ? "imaps" : "imap") + "://" + host + ":" + imap.port());
    }

    @Override
    public List<String> missing() {
        Map<String, String> needed = new TreeMap<>(Map.of(
                "from", from, "imap.host", imap.host(), "imap.username", imap.username(), "smtp.host", smtp.host()));
        if (!oauth.used()) {
            needed.put("imap.password", imap.password());
        }
        return needed.entrySet().stream()
                .filter(property -> property.getValue().isBlank())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return "EmailProperties[REDACTED]";
    }
}
