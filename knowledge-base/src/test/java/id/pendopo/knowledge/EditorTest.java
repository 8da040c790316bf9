package id.pendopo.knowledge;

import id.pendopo.knowledge.articles.Articles;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/** Two editors and an agent at the articles, which are those of the files again afterwards. */
@KnowledgeTest
public abstract class EditorTest {

    protected static final Locale ID = Locale.of("id");

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected KnowledgeBase knowledge;

    @Autowired
    protected Articles articles;

    @Autowired
    protected JdbcClient db;

    protected Seated citra;
    protected Seated dewi;
    protected Seated ani;

    @BeforeEach
    void sit() {
        citra = Seated.editor(mvc, "citra");
        dewi = Seated.editor(mvc, "dewi");
        ani = Seated.agent(mvc);
    }

    @AfterEach
    void leaveTheDeskAsItWas() {
        Seated.restore(db, articles);
        SecurityContextHolder.clearContext();
    }
}
