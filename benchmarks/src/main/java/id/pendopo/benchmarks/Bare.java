package id.pendopo.benchmarks;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the desk is measured against: the same JVM, web server, pool and database with one endpoint that checks the same
 * signature, inserts one row and answers 200.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration"
        })
@Import(Bare.Endpoint.class)
public class Bare {

    public static void main(String[] args) {
        SpringApplication.run(Bare.class, args);
    }

    /** Signature, one INSERT, 200. */
    @RestController
    static class Endpoint {

        private final JdbcClient jdbc;
        private final RequestValidator validator = new RequestValidator(SignedSms.TOKEN);
        private final String url;

        Endpoint(JdbcClient jdbc, @Value("${pendopo.public-url}") String publicUrl) {
            this.jdbc = jdbc;
            this.url = publicUrl + "/webhooks/smsmain";
            jdbc.sql(
                            "create table if not exists message (id text primary key, sender text, body text, at timestamptz default now())")
                    .update();
        }

        @PostMapping("/webhooks/smsmain")
        ResponseEntity<String> receive(HttpServletRequest request, @RequestBody byte[] body) {
            Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
            if (!validator.validate(url, form, request.getHeader("X-Twilio-Signature"))) {
                return ResponseEntity.status(403).build();
            }
            jdbc.sql("insert into message (id, sender, body) values (?, ?, ?)")
                    .params(
                            form.getOrDefault("MessageSid", ""),
                            form.getOrDefault("From", ""),
                            form.getOrDefault("Body", ""))
                    .update();
            return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body("<Response/>");
        }

        private static Map<String, String> form(String body) {
            Map<String, String> form = new HashMap<>();
            for (String pair : body.split("&")) {
                int equals = pair.indexOf('=');
                form.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
            return form;
        }
    }
}
