package id.pendopo.conversation;

import id.pendopo.conversation.facts.Learning;
import id.pendopo.conversation.facts.Understanding;
import id.pendopo.knowledge.Shipped;
import id.pendopo.ticketing.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Teaches the classifiers once the desk's categories are there, beside the first messages. */
@Component
class Schooling {

    private static final Logger log = LoggerFactory.getLogger(Schooling.class);

    private final Understanding understanding;
    private final Tickets tickets;

    Schooling(Understanding understanding, Tickets tickets) {
        this.understanding = understanding;
        this.tickets = tickets;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("schooling").start(this::teach);
    }

    /** Takes a second or two; until it is done the classifiers know nothing, and say so. */
    void teach() {
        understanding.acts().train(Shipped.acts());
        understanding.categories().train(Learning.categories(tickets.categories()));
        log.info(
                "the conversation has learned {} categories",
                tickets.categories().size());
    }
}
