package id.pendopo.ticketing;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Clears what the test before left. */
final class EmptyDesk implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBean(JdbcClient.class).sql("""
                        truncate ticket, ticket_event, ticket_read, ticket_try, ticket_request, ticket_agent,
                            ticket_alarm, ticket_duty""").update();
        context.getBean(MovingClock.class).reset();
        context.getBean(TicketingTestApplication.Told.class).clear();
        context.getBean(FakeCorrespondence.class).clear();
        context.getBean(FakeDutyCalls.class).clear();
    }
}
