package id.pendopo.channels;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.gateway.GatewayProxyFactoryBean;
import org.springframework.messaging.Message;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The three ways that messages take through the house, and nothing else. */
@Configuration(proxyBeanMethods = false)
class MessageFlows {

    /** The door of the inbound flow. */
    @Bean
    GatewayProxyFactoryBean<InboundGateway> inboundGateway() {
        GatewayProxyFactoryBean<InboundGateway> gateway = new GatewayProxyFactoryBean<>(InboundGateway.class);
        gateway.setDefaultRequestChannelName("inboundFlow.input");
        return gateway;
    }

    /** What providers tell us: one event after the other, each to whom it concerns, on the caller's thread. */
    @Bean
    IntegrationFlow inboundFlow(Arrivals arrivals) {
        return flow -> flow.split()
                .<Arrival, Arrival.What>route(
                        Arrival::what,
                        route -> route.subFlowMapping(
                                        Arrival.What.MESSAGE,
                                        way -> way.handle(message -> arrivals.message(arrival(message))))
                                .subFlowMapping(
                                        Arrival.What.CHANGED,
                                        way -> way.handle(message -> arrivals.changed(arrival(message))))
                                .subFlowMapping(
                                        Arrival.What.REPORT,
                                        way -> way.handle(message -> arrivals.reported(arrival(message))))
                                .subFlowMapping(
                                        Arrival.What.ADDRESS,
                                        way -> way.handle(message -> arrivals.happened(arrival(message)))));
    }

    private static Arrival arrival(Message<?> message) {
        return (Arrival) message.getPayload();
    }

    /** The default one of virtual threads starts a fixed-delay poll again before it ended, which breaks the order. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(4);
        scheduler.setThreadNamePrefix("scheduler-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(10);
        return scheduler;
    }
}
