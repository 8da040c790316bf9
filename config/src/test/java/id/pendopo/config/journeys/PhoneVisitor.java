package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who is logged in and tries the demonstration's telephone. */
final class PhoneVisitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final DeskProcess desk;

    PhoneVisitor(DeskProcess desk, String name) throws IOException, InterruptedException {
        this.desk = desk;
        post(
                "/login",
                "/login",
                Map.of("username", name, "password", desk.printed("login", name).orElseThrow()));
    }

    /** Takes the receiver, presses keys, says words or ends; what is heard stands on the page. */
    String does(String act, Map<String, String> form) throws IOException, InterruptedException {
        HttpResponse<String> page = post("/admin/phone", "/admin/phone/" + act, form);
        assertThat(page.statusCode()).as(act).isEqualTo(200);
        return page.body();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(desk.uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        String body = form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(desk.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
