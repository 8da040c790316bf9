package id.pendopo.channels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lines of our own: one that answers in the response, one whose replies are sent afterwards, one that answers in the response
 * and whose provider does not repeat, one with a reply window and one for text messages.
 */
@Configuration(proxyBeanMethods = false)
class TestLines {

    @Bean
    TestLine pushLine() {
        return new TestLine("test-push", false);
    }

    @Bean
    TestLine responseLine() {
        return new TestLine("test-response", true);
    }

    @Bean
    TestLine onceLine() {
        return new TestLine.Once("test-once");
    }

    @Bean
    WindowLine windowLine() {
        return new WindowLine();
    }

    @Bean
    TextMessageLine textLine() {
        return new TextMessageLine();
    }

    @Bean
    TestConversations conversations(
            Inbox inbox,
            org.springframework.jdbc.core.simple.JdbcClient jdbc,
            org.springframework.transaction.support.TransactionOperations transactions) {
        return new TestConversations(inbox, jdbc, transactions);
    }
}
