package id.pendopo.config.journeys;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the desk, in a browser without a screen. */
final class LoggedIn {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private LoggedIn() {}

    /** Logs in as one of the demonstration's people; redirects are not followed. */
    static HttpClient as(DeskProcess desk, String role) throws IOException, InterruptedException {
        HttpClient someone = browser();
        String next = tries(desk, someone, role, desk.printed("login", role).orElseThrow());
        if (next.contains("error")) {
            throw new IllegalStateException("nobody was logged in");
        }
        return someone;
    }

    static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new BehindAProxy()).build();
    }

    /** Keeps cookies as somebody does who came by HTTPS, through a proxy that these tests have none of. */
    private static final class BehindAProxy extends CookieManager {

        @Override
        public void put(URI page, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> kept = new HashMap<>(headers);
            kept.replaceAll((_, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i); *Secure", ""))
                    .toList());
            super.put(page, kept);
        }
    }

    /** Where a log-in leads to. */
    static String tries(DeskProcess desk, HttpClient someone, String login, String password)
            throws IOException, InterruptedException {
        String form = "username=" + login + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> answer = post(desk, someone, "/login", "/login", form);
        return answer.statusCode() == 302
                ? answer.headers().firstValue("Location").orElse("error")
                : "error";
    }

    static HttpResponse<String> get(DeskProcess desk, HttpClient someone, String path)
            throws IOException, InterruptedException {
        return someone.send(HttpRequest.newBuilder(desk.uri(path)).build(), BodyHandlers.ofString());
    }

    /**
     * Sends a form with the token of a page that this person may open; redirects are not followed.
     *
     * @param form names and values, encoded
     */
    static HttpResponse<String> post(DeskProcess desk, HttpClient someone, String page, String path, String form)
            throws IOException, InterruptedException {
        return send(desk, someone, path, signed(desk, someone, page, form));
    }

    /** The same of a form that has its token already, wherever it is from. */
    static HttpResponse<String> send(DeskProcess desk, HttpClient someone, String path, String signed)
            throws IOException, InterruptedException {
        return someone.send(
                HttpRequest.newBuilder(desk.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(signed))
                        .build(),
                BodyHandlers.ofString());
    }

    /** A form with the token of a page that this person may open. */
    static String signed(DeskProcess desk, HttpClient someone, String page, String form)
            throws IOException, InterruptedException {
        HttpResponse<String> shown = get(desk, someone, page);
        Matcher token = TOKEN.matcher(shown.body());
        if (!token.find()) {
            throw new IllegalStateException(page + " has no token, but status " + shown.statusCode());
        }
        return form + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }
}
