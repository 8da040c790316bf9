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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A citizen who fills in the report form, page by page, in a browser without a screen. */
final class ReportVisitor {

    private static final Pattern CHOICE = Pattern.compile("<input type=\"radio\" name=\"answer\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("/track/(\\d{10,16})");
    private static final Map<String, String> TYPED = Map.of(
            "text", "Lampu jalan di Jalan Kenanga padam sejak Senin.",
            "place", "Jalan Kenanga, dekat balai desa",
            "name", "Siti",
            "contact", "0912");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Map<String, String> typed = new HashMap<>(TYPED);
    private DeskProcess desk;
    private String page = "/report";

    ReportVisitor(DeskProcess desk) {
        this.desk = desk;
    }

    /** Somebody who reports something else. */
    ReportVisitor(DeskProcess desk, String text) {
        this(desk);
        typed.put("text", text);
    }

    /** From now on another node answers. */
    void isServedBy(DeskProcess node) {
        desk = node;
    }

    void begins() throws IOException, InterruptedException {
        sends("/report", "");
    }

    /** Answers pages until this one is shown. */
    void goesOnTo(String last) throws IOException, InterruptedException {
        for (int pages = 0; !page.endsWith(last); pages++) {
            if (pages > 10) {
                throw new IllegalStateException("the report does not get beyond " + page);
            }
            String question = page.substring(page.lastIndexOf('/') + 1);
            Matcher choice = CHOICE.matcher(opens(desk, page).body());
            sends(page, "answer=" + encoded(choice.find() ? choice.group(1) : typed.getOrDefault(question, "")));
        }
    }

    /** Answers the question that is shown. */
    void answers(String answer) throws IOException, InterruptedException {
        sends(page, "answer=" + encoded(answer));
    }

    /** @return the new ticket's code */
    String sendsIt() throws IOException, InterruptedException {
        sends("/report/check", "");
        Matcher code = CODE.matcher(opens(desk, page).body());
        if (!code.find()) {
            throw new IllegalStateException("no ticket at " + page);
        }
        return code.group(1);
    }

    HttpResponse<String> opens(DeskProcess node, String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(node.uri(path)).build(), BodyHandlers.ofString());
    }

    private void sends(String path, String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(desk.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        page = answer.headers()
                .firstValue("Location")
                .map(place -> URI.create(place).getPath())
                .orElseThrow(() -> new IllegalStateException(path + " was answered " + answer.statusCode()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
