using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Budgeting.Web.Identity;

/// <summary>Has the services of a circuit act as whoever opened it.</summary>
internal sealed class CircuitMember(CurrentMember current, AuthenticationStateProvider authentication) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) =>
        current.SignIn((await authentication.GetAuthenticationStateAsync()).User);
}
