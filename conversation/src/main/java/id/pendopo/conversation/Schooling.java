package id.pendopo.conversation;

import id.pendopo.conversation.facts.Learning;
import id.pendopo.conversation.facts.Understanding;
import id.pendopo.knowledge.Shipped;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Teaches the classifiers before the desk takes its first message: the desk's own categories are known only once its
 * content is there. Takes less than a second.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Schooling implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Schooling.class);

    private final Understanding understanding;
    private final Tickets tickets;

    Schooling(Understanding understanding, Tickets tickets) {
        this.understanding = understanding;
        this.tickets = tickets;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<Category> categories = tickets.categories();
        understanding.acts().train(Shipped.acts());
        understanding.categories().train(Learning.categories(categories));
        log.info("the conversation has learned {} categories", categories.size());
    }
}
