package id.pendopo.channels.email;

import id.pendopo.channels.adapter.SendFailed;
import jakarta.mail.Session;
import java.util.Properties;

/** The Jakarta Mail sessions of an account: how its servers are spoken to. Nothing is asked of a server before it is encrypted. */
final class MailServers {

    /** Milliseconds until a connection stands. */
    private static final String CONNECT = "10000";

    /** Milliseconds that a server may be silent, and that it may not take what we write. */
    private static final String SILENCE = "60000";

    /** Bytes that are asked for at once of a mail. */
    private static final String BLOCK = String.valueOf(1 << 20);

    private final OAuthTokens tokens = new OAuthTokens();

    Session imap(EmailProperties settings) {
        Properties properties =
                properties("imap", settings.imap(), settings.oauth().used());
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.fetchsize", BLOCK);
        return Session.getInstance(properties);
    }

    Session smtp(EmailProperties settings) {
        Properties properties =
                properties("smtp", settings.smtp(), settings.oauth().used());
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(!settings.smtp().username().isBlank()));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.ehlo", "true");
        properties.setProperty("mail.from", settings.sender().getAddress());
        return Session.getInstance(properties);
    }

    /** What is presented as the password. */
    String secret(EmailProperties settings, EmailProperties.Server server) throws SendFailed {
        return settings.oauth().used() ? tokens.of(settings.oauth()) : server.password();
    }

    private static Properties properties(String protocol, EmailProperties.Server server, boolean token) {
        String of = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty(of + "host", server.host());
        properties.setProperty(of + "port", String.valueOf(server.port()));
        properties.setProperty(of + "connectiontimeout", CONNECT);
        properties.setProperty(of + "timeout", SILENCE);
        properties.setProperty(of + "writetimeout", SILENCE);
        properties.setProperty(of + "ssl.enable", String.valueOf(server.ssl()));
        properties.setProperty(of + "ssl.checkserveridentity", "true");
        properties.setProperty(of + "starttls.enable", String.valueOf(!server.ssl()));
        properties.setProperty(
                of + "starttls.required", String.valueOf(!server.ssl() && server.starttls() && !server.local()));
        if (token) {
            properties.setProperty(of + "auth.mechanisms", "XOAUTH2");
        }
        return properties;
    }
}
