package id.pendopo.config.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stands where Twilio stands, so that text messages and calls of the demonstration get out: it takes each and knows none
 * later. What was sent to a number is shown at {@code /admin/phone}.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
@RestController
@Profile("demo")
@RequestMapping(DemoTwilio.API + "/Accounts")
class DemoTwilio {

    static final String API = "/2010-04-01";

    /** Programs call it, without a session. */
    @Bean
    @Order(0)
    static SecurityFilterChain twilio(HttpSecurity http) {
        return http.securityMatcher(API + "/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @PostMapping("/{account}/Messages.json")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> take() {
        return Map.of("sid", "SM" + id(), "status", "queued", "num_segments", "1");
    }

    /** Nobody answers: whoever is rung in the demonstration has no telephone. */
    @PostMapping("/{account}/Calls.json")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> call() {
        return Map.of("sid", "CA" + id(), "status", "queued");
    }

    /** Asked when an account is checked. */
    @GetMapping("/{account}.json")
    Map<String, String> account(@PathVariable String account) {
        return Map.of("sid", account, "friendly_name", "Demo", "status", "active");
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    @GetMapping("/{account}/Messages.json")
    Map<String, Object> list() {
        return Map.of("messages", List.of(), "page", 0, "page_size", 0);
    }
}
