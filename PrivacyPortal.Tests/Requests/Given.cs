using PrivacyPortal.Access;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Requests in any state, for tests of the rules alone.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 10, 0, 0, TimeSpan.Zero);
    public static readonly Actor Dpo = Actor.User(Guid.Parse("00000000-0000-0000-0000-000000000001"), "Diane", Role.Dpo);
    public static readonly Actor Deputy = Actor.User(Guid.Parse("00000000-0000-0000-0000-000000000002"), "Denis", Role.Dpo);
    public static readonly Actor Administrator = Actor.User(Guid.Parse("00000000-0000-0000-0000-000000000003"), "Adèle", Role.Administrator);
    public static readonly Actor Auditor = Actor.User(Guid.Parse("00000000-0000-0000-0000-000000000004"), "Aude", Role.Auditor);
    public static readonly DecisionReason Excessive = new("", RefusalGround.Excessive, "The eighth request in a month.");
    public static readonly Readiness ReadyToErase = new(2, true, true, false, []);
    public static readonly Handover Letter = new(RequestChannel.Letter, new(2026, 6, 1));

    public static Receipt Receipt(SubjectRight right) => new(right, RequestChannel.Letter, "fr", null, DeadlineProfile.Eu, "FR", "Europe/Paris");

    public static SubjectRequest Request(SubjectRight right = SubjectRight.Erasure) =>
        SubjectRequest.Receive(Receipt(right), Guid.NewGuid(), 1, Noon).Value!;

    public static SubjectRequest In(RequestStatus status, SubjectRight right = SubjectRight.Erasure, RequestStatus cameFrom = RequestStatus.Searching)
    {
        var request = Request(status == RequestStatus.AwaitingClarification ? SubjectRight.Access : right);
        if (status is RequestStatus.AwaitingIdentity)
        {
            Do(request.AskIdentity("The address is not the one on file.", Noon));
        }

        if (status is RequestStatus.AwaitingClarification)
        {
            Do(request.AskClarification("Which conversations?", Noon));
        }

        if (status is RequestStatus.Received or RequestStatus.AwaitingIdentity or RequestStatus.AwaitingClarification)
        {
            return request;
        }

        Do(request.ConfirmIdentity(IdentityProof.Certain, "Known for years.", Noon));
        Do(request.Search(Noon));
        if (status == RequestStatus.NeedsAttention && cameFrom == RequestStatus.Searching)
        {
            Do(request.Fail(Noon));
        }

        if (status == RequestStatus.Searching || request.Status == status)
        {
            return request;
        }

        Do(request.Find(Noon));
        if (status == RequestStatus.InReview)
        {
            return request;
        }

        Do(request.Decide(Dpo, DecisionKind.Grant, [], ReadyToErase, fourEyes: status == RequestStatus.AwaitingApproval, null, Noon));
        if (status == RequestStatus.NeedsAttention)
        {
            Do(request.Fail(Noon));
        }

        if (status is RequestStatus.Answering or RequestStatus.Closed)
        {
            Do(request.Finish(Noon));
        }

        if (status == RequestStatus.Closed)
        {
            Do(request.Answer(Letter, true, Noon));
        }

        Assert.Equal(status, request.Status);
        return request;
    }

    public static void Do(Refusal? refusal) => Assert.Null(refusal);
}
