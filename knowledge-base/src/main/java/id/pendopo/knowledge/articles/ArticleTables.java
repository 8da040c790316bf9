package id.pendopo.knowledge.articles;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class ArticleTables {

    @Bean
    KeptTables articleKept() {
        return () -> List.of(
                Table.without("knowledge_revision", "names no person"),
                Table.without("article", "the house's own words and who wrote them, kept as long as the article"),
                Table.without(
                        "article_version", "the house's own words and who wrote them, kept as long as the article"),
                Table.without("article_draft", "the house's own words and who wrote them, kept as long as the article"),
                Table.without(
                        "article_golden", "the house's own words and who wrote them, kept as long as the article"),
                Table.without(
                        "article_translation_check",
                        "the house's own words and who wrote them, kept as long as the article"));
    }
}
