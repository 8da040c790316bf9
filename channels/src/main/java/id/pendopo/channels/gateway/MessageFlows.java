package id.pendopo.channels.gateway;

import id.pendopo.channels.gateway.inbound.Arrival;
import id.pendopo.channels.gateway.inbound.Arrivals;
import id.pendopo.channels.gateway.inbound.InboundGateway;
import id.pendopo.channels.gateway.outbound.Accepted;
import id.pendopo.channels.gateway.outbound.Claim;
import id.pendopo.channels.gateway.outbound.Dispatch;
import id.pendopo.channels.gateway.outbound.Dispatcher;
import id.pendopo.channels.gateway.outbound.Failures;
import id.pendopo.channels.gateway.outbound.OutboxWorker;
import id.pendopo.channels.gateway.outbound.ProviderSender;
import id.pendopo.channels.gateway.outbound.Undelivered;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.PublishSubscribeChannel;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.gateway.GatewayProxyFactoryBean;
import org.springframework.messaging.Message;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** The three ways that messages take through the house, and nothing else. */
@Configuration(proxyBeanMethods = false)
class MessageFlows {

    /** So many conversations are served at once; those of one lane wait for each other. */
    private static final int LANES = 8;

    /** Named, so that the flow takes every error; it logs what it learns, without what was said. */
    @Bean
    PublishSubscribeChannel errorChannel() {
        return new PublishSubscribeChannel();
    }

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

    /** What the desk says: a claimed conversation, its next message, to its provider, and written down. */
    @Bean
    IntegrationFlow outboundFlow(
            OutboxWorker worker,
            Dispatcher dispatches,
            ProviderSender sender,
            @Value("${pendopo.workers:true}") boolean workers) {
        return IntegrationFlow.fromSupplier(
                        () -> worker.next().orElse(null),
                        claims -> claims.id("outboundClaims")
                                .autoStartup(workers)
                                .poller(poller -> poller.fixedDelay(10).maxMessagesPerPoll(100)))
                .channel(channels -> channels.partitioned("outboundLanes", LANES)
                        .partitionKey(message -> ((Claim) message.getPayload()).conversation()))
                .split(Claim.class, dispatches::begin)
                .<Dispatch>handle((dispatch, _) -> sender.send(dispatch))
                .handle(message -> dispatches.accepted((Accepted) message.getPayload()))
                .get();
    }

    /** What went wrong on the way out: tried again, or put where a person sees it. */
    @Bean
    IntegrationFlow failureFlow(Dispatcher dispatches) {
        return IntegrationFlow.from("errorChannel")
                .split(Throwable.class, Failures::undelivered)
                .<Undelivered, Boolean>route(
                        undelivered -> dispatches.judge(undelivered).goesOn(),
                        route -> route.subFlowMapping(
                                        true, way -> way.handle(message -> dispatches.retry(undelivered(message))))
                                .subFlowMapping(
                                        false,
                                        way -> way.handle(message -> dispatches.deadLetter(undelivered(message)))))
                .get();
    }

    private static Undelivered undelivered(Message<?> message) {
        return (Undelivered) message.getPayload();
    }

    private static Arrival arrival(Message<?> message) {
        return (Arrival) message.getPayload();
    }

    /** The default one of virtual threads starts a fixed-delay poll again before it ended, which breaks the order. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(6);
        scheduler.setThreadNamePrefix("scheduler-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(10);
        return scheduler;
    }
}
