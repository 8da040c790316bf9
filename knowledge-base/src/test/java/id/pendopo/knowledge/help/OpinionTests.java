package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.feedback.Opinions;
import id.pendopo.knowledge.feedback.ReferringChannel;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@KnowledgeTest
class OpinionTests {

    private static final Locale ID = Locale.of("id");
    private static final String PAGE = "/help/kartu-hijau-baru";

    @Autowired
    MockMvc web;

    @Autowired
    Opinions opinions;

    @Autowired
    KnowledgeBase knowledge;

    @Autowired
    JdbcClient db;

    @Autowired
    FakePace pace;

    @AfterEach
    void nobodyIsHeld() {
        pace.letGo();
    }

    @BeforeEach
    void nobodySaidAnything() {
        db.sql("delete from article_vote").update();
        db.sql("delete from article_opinion").update();
        db.sql("delete from article_dispute").update();
    }

    @Test
    void countsByArticleLanguageAndChannel() throws Exception {
        web.perform(said(true, "").locale(ID)).andExpect(redirectedUrl(PAGE + "?said=yes#helpful"));
        web.perform(said(true, "").locale(ID));
        web.perform(said(false, "chat").locale(ID)).andExpect(redirectedUrl(PAGE + "?said=no&via=chat#helpful"));
        web.perform(said(true, "telegram").locale(Locale.ENGLISH));
        web.perform(said(true, "'; drop table article").locale(Locale.ENGLISH));

        assertThat(counts())
                .containsExactlyInAnyOrder("id web true 2", "id chat false 1", "en telegram true 1", "en web true 1");
    }

    @Test
    void countsEveryVisitorOnceForEachLanguageWithWhatTheySaidLast() throws Exception {
        MockHttpServletResponse first =
                web.perform(said(true, "").locale(ID)).andReturn().getResponse();
        Cookie[] mine = {cookie(first), Objects.requireNonNull(first.getCookie("voter"))};
        assertThat(mine).allSatisfy(cookie -> {
            assertThat(cookie.getPath()).isEqualTo(PAGE);
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        web.perform(get(PAGE).locale(ID).cookie(mine))
                .andExpect(content().string(containsString("Terima kasih atas penilaian Anda.")))
                .andExpect(content().string(not(containsString("name=\"helpful\""))));

        web.perform(said(true, "chat").locale(ID).cookie(mine))
                .andExpect(redirectedUrl(PAGE + "?said=yes&via=chat#helpful"));
        assertThat(counts()).containsExactly("id web true 1");
        web.perform(said(false, "chat").locale(ID).cookie(mine));
        web.perform(said(false, "").locale(ID).cookie(mine[1]));
        web.perform(said(false, "").locale(ID).cookie(mine[1]));
        assertThat(counts()).containsExactly("id web false 1");

        web.perform(said(false, "").locale(Locale.ENGLISH).cookie(mine));
        assertThat(counts()).containsExactlyInAnyOrder("id web false 1", "en web false 1");
    }

    @Test
    void whoVotesIsKeptAsASumThatTellsNothing() throws Exception {
        Cookie voter = Objects.requireNonNull(
                web.perform(said(true, "").locale(ID)).andReturn().getResponse().getCookie("voter"));
        web.perform(said(true, "").locale(Locale.ENGLISH).cookie(voter));

        assertThat(db.sql("select voter from article_vote").query(String.class).list())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(kept -> assertThat(kept).hasSize(64).doesNotContain(voter.getValue()));
    }

    @Test
    void aNetworkThatVotesTooFastIsToldWhenToComeBackAndNotCounted() throws Exception {
        pace.hold(Duration.ofSeconds(90));

        web.perform(said(true, "").locale(ID))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "90"));
        web.perform(why("Kurang jelas.")).andExpect(status().isTooManyRequests());

        assertThat(counts()).isEmpty();
        assertThat(reasons()).isEmpty();
    }

    @Test
    void aNewVersionMayBeJudgedAnew() throws Exception {
        web.perform(said(true, "").locale(ID).cookie(new Cookie("said-id", "0-no")));

        assertThat(counts()).containsExactly("id web true 1");
    }

    @Test
    void asksWhyAnArticleDidNotHelpAndKeepsTheReason() throws Exception {
        web.perform(get(PAGE).param("said", "no").param("via", "chat").locale(ID))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "penilaian Anda sudah tercatat",
                                "name=\"via\" value=\"chat\"",
                                "Apa yang kurang atau tidak benar?",
                                "Boleh dikosongkan.")));
        web.perform(why(" Biayanya sudah naik. ").param("via", "chat"))
                .andExpect(redirectedUrl(PAGE + "?said=why&via=chat#helpful"));

        assertThat(reasons()).containsExactly("kartu-hijau-baru id 1 chat Biayanya sudah naik.");
    }

    @Test
    void theReasonMayBeLeftOut() throws Exception {
        web.perform(why(" ")).andExpect(redirectedUrl(PAGE + "?said=nothing#helpful"));
        web.perform(get(PAGE).param("said", "nothing").locale(ID))
                .andExpect(content().string(containsString("Terima kasih, penilaian Anda sudah tercatat.")))
                .andExpect(content().string(not(containsString("<textarea"))));

        assertThat(reasons()).isEmpty();
    }

    @Test
    void everybodyGivesOneReason() throws Exception {
        Cookie mine = cookie(web.perform(why("Kurang jelas.")).andReturn().getResponse());
        web.perform(why("Kurang jelas juga.").cookie(mine)).andExpect(redirectedUrl(PAGE + "?said=why#helpful"));

        assertThat(reasons()).hasSize(1);
    }

    @Test
    void personalNumbersAreNotKept() throws Exception {
        web.perform(
                why("NIK saya 3374 0101 0190 0001, telepon 0812-5550-1234, surel ani@contoh.example. Biaya Rp75.000?"));

        assertThat(reasons())
                .containsExactly(
                        "kartu-hijau-baru id 1 web NIK saya [nik], telepon [telepon], surel [email]. Biaya Rp75.000?");
    }

    @Test
    void aFloodOfReasonsEndsAtADaysMeasure() {
        ArticleVersion text = knowledge.published("kartu-hijau-baru", ID).orElseThrow();
        for (int i = 0; i < Opinions.MOST_REASONS_A_DAY + 5; i++) {
            opinions.dispute(text, ReferringChannel.HELP_CENTRE, "Tidak jelas.");
        }

        assertThat(reasons()).hasSize(Opinions.MOST_REASONS_A_DAY);
    }

    @Test
    void anUnknownArticleCannotBeJudged() throws Exception {
        web.perform(post("/help/tidak-ada/helpful").param("helpful", "true").locale(ID))
                .andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder said(boolean helpful, String via) {
        return post(PAGE + "/helpful").param("helpful", "" + helpful).param("via", via);
    }

    private static MockHttpServletRequestBuilder why(String reason) {
        return post(PAGE + "/dispute").param("reason", reason).locale(ID);
    }

    private static Cookie cookie(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie("said-id"));
    }

    private List<String> counts() {
        return db.sql("select language || ' ' || channel || ' ' || helpful || ' ' || times from article_opinion")
                .query(String.class)
                .list();
    }

    private List<String> reasons() {
        return db.sql("""
                select slug || ' ' || language || ' ' || version || ' ' || channel || ' ' || reason from article_dispute
                """).query(String.class).list();
    }
}
