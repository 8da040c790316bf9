package id.pendopo.knowledge;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the knowledge base.
 *
 * @param articles where the article files are that are taken over at start, as a Spring resource pattern
 */
@ConfigurationProperties("pendopo.knowledge")
record KnowledgeProperties(
        @DefaultValue("classpath*:articles/*.yaml") String articles) {}
