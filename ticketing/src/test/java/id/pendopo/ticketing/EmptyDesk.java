package id.pendopo.ticketing;

import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Clears what the test before left; those whom tests name without another word see every ticket. */
final class EmptyDesk implements TestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBean(JdbcClient.class).sql("""
                        truncate ticket, ticket_event, ticket_read, ticket_try, ticket_request, ticket_agent,
                            ticket_alarm, ticket_duty, ticket_reader, ticket_break_glass, ticket_look,
                            ticket_category_reader""").update();
        context.getBean(JdbcClient.class)
                .sql("update ticket_category set whistle_blower = false")
                .update();
        Agents agents = context.getBean(Agents.class);
        for (String name : List.of("ani", "budi", "integration")) {
            agents.putReader(new Agents.Reader(name, new Agents.Reach(Optional.empty(), Agents.Scope.ALL)));
        }
        context.getBean(MovingClock.class).reset();
        context.getBean(TicketingTestApplication.Told.class).clear();
        context.getBean(FakeCorrespondence.class).clear();
        context.getBean(FakeDutyCalls.class).clear();
        context.getBean(FakeDevices.class).clear();
    }
}
