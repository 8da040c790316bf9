package id.pendopo.knowledge;

import id.pendopo.knowledge.articles.Articles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Somebody at the editors' desk who clicks and types. */
public record Seated(MockMvcTester mvc, String login, String... authorities) {

    public static final String DESK = "/desk/knowledge";

    public static Seated editor(MockMvc mvc, String login) {
        return new Seated(MockMvcTester.create(mvc), login, "knowledge:read", "knowledge:edit", "knowledge:approve");
    }

    public static Seated agent(MockMvc mvc) {
        return new Seated(MockMvcTester.create(mvc), "ani", "knowledge:read");
    }

    public String reads(String path) {
        sit();
        return body(mvc.perform(MockMvcRequestBuilders.get(DESK + path).locale(Locale.of("id"))));
    }

    public MvcTestResult opens(String path) {
        sit();
        return mvc.perform(MockMvcRequestBuilders.get(DESK + path).locale(Locale.of("id")));
    }

    /** Sends a form; names and values in turns. */
    public MvcTestResult sends(String path, String... form) {
        sit();
        var request = MockMvcRequestBuilders.post(DESK + path).locale(Locale.of("id"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return mvc.perform(request);
    }

    /** Forgets everything that was written at the desk: the articles are those of the files again. */
    public static void restore(JdbcClient db, Articles articles) {
        for (String table :
                List.of("article_draft", "article_golden", "article_translation_check", "article_version", "article")) {
            db.sql("delete from " + table).update();
        }
        articles.seed(TestArticles.editions());
    }

    private void sit() {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(login, "", authorities));
    }

    public static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
