package id.pendopo.config.commands;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code doctor}: a line for each thing that was looked at, ok or what to do. Exit 1 when something needs doing. {@code
 * doctor --retention}: what the retention jobs would delete or empty now; nothing is changed.
 */
final class Doctor {

    private Doctor() {}

    static int run(Class<?> application, String[] args, PrintStream out) {
        boolean retention = args.length == 1 && args[0].equals("--retention");
        if (args.length != 0 && !retention) {
            out.println("usage: pendopo doctor [--retention]");
            return 2;
        }
        try (ConfigurableApplicationContext context = Offline.context(application)) {
            if (retention) {
                context.getBean(RetentionReport.class).print(out);
                return 0;
            }
            List<Finding> findings = context.getBean(Checks.class).all();
            findings.forEach(out::println);
            return findings.stream().allMatch(Finding::ok) ? 0 : 1;
        } catch (BeanCreationException e) {
            out.println(Finding.fatal(
                    "start",
                    "the application cannot be put together: "
                            + e.getMostSpecificCause().getMessage()));
            return 1;
        }
    }
}
