package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be read is refused by a page or problem of the house, in words, and leaves no trace of a failure in the log. */
class UnreadableRequestsTests {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=batas";
    private static final String LARGE = "a".repeat(300 * 1024);

    @TempDir
    static Path data;

    private static DeskProcess desk;

    @BeforeAll
    static void starts() {
        desk = DeskProcess.demo(data, Map.of());
    }

    @AfterAll
    static void leavesNoTrace() {
        String log = desk.log();
        desk.close();
        assertThat(log).doesNotContain("Servlet.service()", "Exception Processing [ErrorPage");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /help?q=ktp%00             | FORM  |                     | 400
            POST | /chat                      | FORM  | text=a%00b          | 400
            POST | /track/1234567890/add      | FORM  | text=a%00b          | 400
            POST | /report                    | FORM  | key=%zz             | 400
            POST | /report                    | FORM  | key=LARGE           | 413
            POST | /track/1234567890/add      | FORM  | text=LARGE          | 413
            POST | /login                     | FORM  | username=LARGE      | 413
            POST | /login                     | multipart/form-data | x     | 400
            POST | /chat                      | multipart/form-data | x     | 400
            """)
    void answersWithAPage(String method, String path, String type, String body, int status) throws Exception {
        HttpResponse<String> answer = send(HttpClient.newHttpClient(), method, path, type, body, "text/html");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<main", "demo-band").doesNotContain("Exception", "Tomcat");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/people | application/json | {"login": "abc", "name": "a\\u0000b", "roles": ["agent"]} | 400 | name
            /api/v1/people | application/json | {"login": "abc", "roles": ["a\\u0000b"]}                  | 400 | roles
            /api/v1/people | application/json | {"login":                                                 | 400 | JSON
            /api/v1/people | application/json | {"login": "LARGE"}                                        | 413 | 256
            /api/v1/people | text/plain       | {}                                                        | 415 | application/json
            /api/v1/tickets/0000000000/replies | application/json | {"text": "a\\u0000b", "version": 1}   | 400 | text
            /api/chat | application/json | {"account": "a\\u0000b"}                                       | 404 | akun
            """)
    void answersProgramsWithAProblem(String path, String type, String body, int status, String words) throws Exception {
        HttpResponse<String> answer = send(HttpClient.newHttpClient(), "POST", path, type, body, "application/json");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"detail\"", words);
    }

    @Test
    void aProgramIsToldInItsLanguage() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        keyed("/api/v1/people")
                                .header("Accept-Language", "en")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.body()).contains("We do not take this kind of content");
    }

    /** Every page that takes files; whoever may not is not told what was wrong with the form. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /desk/knowledge/import | none
            /desk/knowledge/import | text
            /desk/knowledge/import | empty
            /desk/knowledge/import | form
            """)
    void anUploadWithoutAFileIsNotOne(String path, String how) throws Exception {
        assertThat(upload(HttpClient.newHttpClient(), path, how, "").statusCode())
                .isIn(302, 403);
        HttpClient agent = LoggedIn.as(desk, "agent");
        assertThat(upload(agent, path, how, token(agent, "/password")).statusCode())
                .isEqualTo(403);
        HttpClient editor = LoggedIn.as(desk, "editor");
        HttpResponse<String> answer = upload(editor, path, how, token(editor, path));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Pilih berkas");
    }

    @ParameterizedTest
    @CsvSource({"none", "text", "empty", "form"})
    void aChatWithoutAFileIsToldSo(String how) throws Exception {
        HttpClient citizen = LoggedIn.browser();
        assertThat(upload(citizen, "/chat", how, "").statusCode()).isEqualTo(400);
        assertThat(upload(citizen, "/api/chat/none/attachments", how, "").statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> upload(HttpClient someone, String path, String how, String token)
            throws IOException, InterruptedException {
        if (how.equals("form")) {
            return send(someone, "POST", path, "FORM", "file=x&_csrf=" + token, "text/html");
        }
        String part = switch (how) {
            case "none" -> "";
            case "text" -> "--batas\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nx\r\n";
            default ->
                "--batas\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\n\r\n";
        };
        String csrf = "--batas\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--batas--\r\n";
        return send(someone, "POST", path, PARTS, part + csrf, "text/html");
    }

    private static String token(HttpClient someone, String page) throws IOException, InterruptedException {
        return URLDecoder.decode(
                LoggedIn.signed(desk, someone, page, "").replace("&_csrf=", ""), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(
            HttpClient someone, String method, String path, String type, String body, String accept)
            throws IOException, InterruptedException {
        String sent = body == null ? "" : body.replace("LARGE", LARGE);
        return someone.send(
                keyed(path)
                        .header("Accept", accept)
                        .header("Content-Type", type.equals("FORM") ? FORM : type)
                        .method(method, BodyPublishers.ofString(sent))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder keyed(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.uri(path));
        return path.startsWith("/api/v1")
                ? request.header(
                        "Authorization",
                        "Bearer " + desk.printed("apikey", "admin").orElseThrow())
                : request;
    }
}
