package id.pendopo.conversation.duty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which lines people on duty are rung.
 *
 * @param smsAccount without it the first line for text messages
 * @param callAccount without it the first line for calls
 */
@ConfigurationProperties("pendopo.conversation.duty")
record DutyProperties(
        @DefaultValue("") String smsAccount,
        @DefaultValue("") String callAccount) {}
