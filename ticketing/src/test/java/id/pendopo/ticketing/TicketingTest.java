package id.pendopo.ticketing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** The one context of this module's tests: every test starts without tickets and agents, and at the same moment. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TicketingTestApplication.class)
@AutoConfigureMockMvc
@TestExecutionListeners(listeners = EmptyDesk.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface TicketingTest {}
