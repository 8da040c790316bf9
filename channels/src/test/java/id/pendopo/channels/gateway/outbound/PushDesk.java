package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestLine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What tests need that send by the line which sends by a worker. */
@Component
record PushDesk(
        Outbox outbox,
        @Qualifier("pushLine") TestLine line,
        TestClock clock,
        JdbcClient jdbc,
        TransactionOperations transactions,
        CircuitBreakers breakers) {}
