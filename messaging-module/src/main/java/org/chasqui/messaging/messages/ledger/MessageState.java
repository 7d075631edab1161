package org.chasqui.messaging.messages.ledger;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.chasqui.messaging.messages.MessageStatus;
import org.chasqui.messaging.messages.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about the life of an outbound message, and the rule that merges new facts into it.
 *
 * <p>Each step keeps the earliest time that was told for it, a later step implies the earlier ones (Meta leaves
 * {@code delivered} out when {@code read} comes at the same time), and the status follows from the steps:
 * {@code read > delivered > failed > sent > accepted}. A delivery therefore wins over a failure, which happens when a
 * person has several devices. The merge is commutative, associative and idempotent for what Meta tells.
 *
 * @param otherWamids wamids beyond the first: each is a duplicate that Meta has confirmed, or an earlier call that failed
 * @param pricedBy the status that told the pricing: the furthest one counts, whichever came last
 */
public record MessageState(
        @Nullable Instant sendingAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt,
        @Nullable Instant playedAt,
        @Nullable Instant failedAt,
        @Nullable Instant uncertainAt,
        @Nullable Instant endedAt,
        @Nullable MessageStatus endedAs,
        @Nullable String wamid,
        Set<String> otherWamids,
        Fact.@Nullable Problem problem,
        @Nullable Pricing pricing,
        @Nullable MessageStatus pricedBy) {

    /** A message of which nothing is known but that it was accepted here. */
    public static final MessageState NEW = new MessageState(
            null, null, null, null, null, null, null, null, null, null, null, Set.of(), null, null, null);

    /** Where the message stands, as far as Meta and we have said. */
    public MessageStatus status() {
        if (playedAt != null) {
            return MessageStatus.PLAYED;
        }
        if (readAt != null) {
            return MessageStatus.READ;
        }
        if (deliveredAt != null) {
            return MessageStatus.DELIVERED;
        }
        if (failedAt != null) {
            return MessageStatus.FAILED;
        }
        if (sentAt != null) {
            return MessageStatus.SENT;
        }
        if (acceptedAt != null) {
            return MessageStatus.ACCEPTED;
        }
        if (uncertainAt != null) {
            return MessageStatus.UNCERTAIN;
        }
        return endedAs != null ? endedAs : MessageStatus.QUEUED;
    }

    /** Whether Meta has shown in any way that it has the message: then it must not be posted again. */
    public boolean isKnownToMeta() {
        return wamid != null || sentAt != null || deliveredAt != null || readAt != null;
    }

    /** Those of the steps ACCEPTED, SENT, DELIVERED and READ that are known. */
    public Set<MessageStatus> reached() {
        var reached = EnumSet.noneOf(MessageStatus.class);
        if (acceptedAt != null) {
            reached.add(MessageStatus.ACCEPTED);
        }
        if (sentAt != null) {
            reached.add(MessageStatus.SENT);
        }
        if (deliveredAt != null) {
            reached.add(MessageStatus.DELIVERED);
        }
        if (readAt != null) {
            reached.add(MessageStatus.READ);
        }
        return reached;
    }

    /** The state with one more fact. */
    public MessageState with(Fact fact) {
        var next = new Draft(this);
        if (fact instanceof Fact.Accepted accepted) {
            next.sendingAt = earliest(sendingAt, accepted.sendingAt());
            next.acceptedAt = earliest(acceptedAt, accepted.at());
            next.addWamid(accepted.wamid());
            next.settle();
        } else if (fact instanceof Fact.PostedAnew posted) {
            next.postedAnew(posted.wamid());
        } else if (fact instanceof Fact.Told told) {
            next.tell(told);
        } else if (fact instanceof Fact.Refused refused) {
            next.fail(refused.at(), refused.problem());
        } else if (fact instanceof Fact.Unclear unclear) {
            next.sendingAt = earliest(sendingAt, unclear.sendingAt());
            next.uncertainAt = earliest(uncertainAt, unclear.at());
            next.problem = problem == null ? unclear.problem() : problem;
        } else if (fact instanceof Fact.Retried) {
            next.uncertainAt = null;
            next.problem = failedAt == null ? null : problem;
        } else if (fact instanceof Fact.Expired expired) {
            next.end(MessageStatus.EXPIRED, expired.at());
        } else if (fact instanceof Fact.Cancelled cancelled) {
            next.end(MessageStatus.CANCELLED, cancelled.at());
        }
        return next.finished();
    }

    private static Instant earliest(@Nullable Instant known, Instant told) {
        return known == null || told.isBefore(known) ? told : known;
    }

    /** The state while a fact is being worked in. */
    private static final class Draft {
        private @Nullable Instant sendingAt;
        private @Nullable Instant acceptedAt;
        private @Nullable Instant sentAt;
        private @Nullable Instant deliveredAt;
        private @Nullable Instant readAt;
        private @Nullable Instant playedAt;
        private @Nullable Instant failedAt;
        private @Nullable Instant uncertainAt;
        private @Nullable Instant endedAt;
        private @Nullable MessageStatus endedAs;
        private @Nullable String wamid;
        private Set<String> otherWamids;
        private Fact.@Nullable Problem problem;
        private @Nullable Pricing pricing;
        private @Nullable MessageStatus pricedBy;

        private Draft(MessageState known) {
            sendingAt = known.sendingAt;
            acceptedAt = known.acceptedAt;
            sentAt = known.sentAt;
            deliveredAt = known.deliveredAt;
            readAt = known.readAt;
            playedAt = known.playedAt;
            failedAt = known.failedAt;
            uncertainAt = known.uncertainAt;
            endedAt = known.endedAt;
            endedAs = known.endedAs;
            wamid = known.wamid;
            otherWamids = known.otherWamids;
            problem = known.problem;
            pricing = known.pricing;
            pricedBy = known.pricedBy;
        }

        private void tell(Fact.Told told) {
            addWamid(told.wamid());
            price(told.pricing(), told.status());
            var at = told.at();
            switch (told.status()) {
                case PLAYED -> {
                    playedAt = earliest(playedAt, at);
                    implyRead(at);
                }
                case READ -> implyRead(at);
                case DELIVERED -> implyDelivered(at);
                case SENT -> sentAt = earliest(sentAt, at);
                case FAILED -> fail(at, told.problem() == null ? UNEXPLAINED : told.problem());
                default -> throw new IllegalArgumentException("no status of Meta: " + told.status());
            }
            settle();
        }

        private void price(@Nullable Pricing told, MessageStatus by) {
            if (told == null) {
                return;
            }
            int further = pricedBy == null ? 1 : Integer.compare(rank(by), rank(pricedBy));
            // Meta tells one status once; should it tell two prices with it, any rule will do that knows no order.
            boolean tie = further == 0 && told.toString().compareTo(String.valueOf(pricing)) > 0;
            if (further > 0 || tie) {
                pricing = told;
                pricedBy = by;
            }
        }

        /** A delivery wins over a failure, in its price as in its status. */
        private static int rank(MessageStatus status) {
            return status == MessageStatus.FAILED ? 2 * MessageStatus.SENT.code() + 1 : 2 * status.code();
        }

        /** What failed was an earlier call: it speaks no more for the message, and its wamid becomes one of the others. */
        private void postedAnew(String told) {
            if (failedAt != null && wamid != null && !wamid.equals(told)) {
                var earlier = wamid;
                wamid = told;
                addWamid(earlier);
                failedAt = null;
                problem = null;
            }
        }

        /** Meta has it after all: what was unclear about the call is no problem any more. */
        private void settle() {
            if (failedAt == null) {
                problem = null;
            }
        }

        private void implyRead(Instant at) {
            readAt = earliest(readAt, at);
            implyDelivered(at);
        }

        private void implyDelivered(Instant at) {
            deliveredAt = earliest(deliveredAt, at);
            sentAt = earliest(sentAt, at);
        }

        private void fail(Instant at, Fact.Problem why) {
            boolean first = failedAt == null || at.isBefore(failedAt);
            boolean tie = at.equals(failedAt) && problem != null && why.code() < problem.code();
            if (first || tie) {
                problem = why;
            }
            failedAt = earliest(failedAt, at);
        }

        private void end(MessageStatus as, Instant at) {
            endedAs = as;
            endedAt = earliest(endedAt, at);
        }

        private void addWamid(String told) {
            if (wamid == null) {
                wamid = told;
            } else if (!wamid.equals(told) && !otherWamids.contains(told)) {
                var more = new TreeSet<>(otherWamids);
                more.add(told);
                otherWamids = more;
            }
        }

        private MessageState finished() {
            return new MessageState(
                    sendingAt,
                    acceptedAt,
                    sentAt,
                    deliveredAt,
                    readAt,
                    playedAt,
                    failedAt,
                    uncertainAt,
                    endedAt,
                    endedAs,
                    wamid,
                    otherWamids,
                    problem,
                    pricing,
                    pricedBy);
        }
    }

    private static final Fact.Problem UNEXPLAINED =
            new Fact.Problem(0, "Meta reported a failure without a reason", null);
}
